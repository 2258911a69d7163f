import { draftInitiative, reviseInitiative, submitInitiative, withdrawInitiative } from "./commands-draft.ts";
import { recogniseInitiative, refuseInitiative, returnInitiative, scoreInitiative } from "./commands-review.ts";
import { browseInitiatives, initiativeChoices, initiativePage } from "./queries.ts";
import { importRatings } from "./ratings/commands.ts";
import { browseRatings, ratingsPreview } from "./ratings/queries.ts";

/** Every command of initiatives and yearly ratings. */
export const initiativeCommands = [draftInitiative, reviseInitiative, submitInitiative, withdrawInitiative, returnInitiative, scoreInitiative, recogniseInitiative, refuseInitiative, importRatings] as const;
/** Every query of initiatives and yearly ratings. */
export const initiativeQueries = [browseInitiatives, initiativePage, initiativeChoices, browseRatings, ratingsPreview] as const;

export { draftInitiative, importRatings, recogniseInitiative, refuseInitiative, returnInitiative, reviseInitiative, scoreInitiative, submitInitiative, withdrawInitiative };
export { browseInitiatives, browseRatings, initiativeChoices, initiativePage, ratingsPreview };
export { type RecognisedInitiative, recognisedInitiatives } from "./store.ts";
export { type RatingFacts, ratingsOf } from "./ratings/store.ts";
export { initiativeRoutes } from "./routes.tsx";
export { ratingRoutes } from "./ratings/routes.tsx";
