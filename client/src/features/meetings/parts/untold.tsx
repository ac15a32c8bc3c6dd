/** In place of a figure of effect that is not told: too few to say, or nothing to set it beside. */
export const UNTOLD = <span className="app-muted"><span aria-hidden="true">–</span><span className="govuk-visually-hidden">Not told</span></span>;
