package io.github.avnfh.scoring.harris;

/**
 * An item that is answered by a level: pain, and the seven items of function.
 *
 * <pre>{@code
 * HarrisForm form = HarrisForm.builder().pain(Pain.MILD).build();
 * form.answer(HarrisQuestion.PAIN).map(AnswerOption::points); // Optional[30]
 * form.answer(HarrisQuestion.LIMP);                    // Optional.empty
 * }</pre>
 */
public enum HarrisQuestion implements HarrisItem {
  /** Pain, answered by {@link Pain}. */
  PAIN("pain", HarrisDomain.PAIN),

  /** Limp, answered by {@link Limp}. */
  LIMP("limp", HarrisDomain.FUNCTION),

  /** Support, answered by {@link Support}. */
  SUPPORT("support", HarrisDomain.FUNCTION),

  /** Distance walked, answered by {@link WalkingDistance}. */
  DISTANCE("distance", HarrisDomain.FUNCTION),

  /** Stairs, answered by {@link Stairs}. */
  STAIRS("stairs", HarrisDomain.FUNCTION),

  /** Shoes and socks, answered by {@link ShoesAndSocks}. */
  SHOES_AND_SOCKS("shoes_socks", HarrisDomain.FUNCTION),

  /** Sitting, answered by {@link Sitting}. */
  SITTING("sitting", HarrisDomain.FUNCTION),

  /** Public transport, answered by {@link PublicTransport}. */
  TRANSPORT("transport", HarrisDomain.FUNCTION);

  private final String code;
  private final HarrisDomain domain;

  HarrisQuestion(String code, HarrisDomain domain) {
    this.code = code;
    this.domain = domain;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public HarrisDomain domain() {
    return domain;
  }
}
