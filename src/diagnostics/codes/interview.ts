import { figureCodes } from "./figures.js";
import { speakerCodes } from "./speakers.js";
import { turnCodes } from "./turns.js";

/** Problems of speakers, questions, answers and quotations. */
export const interviewCodes = {
  ...speakerCodes,
  ...turnCodes,
  ...figureCodes,
};
