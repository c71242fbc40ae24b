/** Problems of speakers, questions, answers and quotations. */
export const interviewCodes = {};
