# visit_models
