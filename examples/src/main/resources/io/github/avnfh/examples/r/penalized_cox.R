# penalized_cox
