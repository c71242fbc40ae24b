import { didYouMean, entry, oneOf, quoted } from "../entry.js";

/** Problems of guests and of the labels that say who speaks. */
export const speakerCodes = {
  "unknown-guest": entry<{ id: string; near: string | undefined }>({
    severity: "error",
    about: "A feature names a guest who has no file, so nothing is known of the person.",
    example: "guests: [ines-flak]",
    instead: "guests: [ines-falk]",
    words: ({ id, near }) => ({
      message: `Unexpected guest ${quoted(id)}, expected a file in content/guests${didYouMean(near)}`,
      help: "Write the guest's file, or give an object with a name: such a guest belongs to this feature alone.",
    }),
  }),
  "duplicate-guest": entry<{ name: string }>({
    severity: "error",
    about: "A feature names the same guest twice, so that it is open what the guest was at the time.",
    example: "guests: [ines-falk, tobias-oak, ines-falk]",
    instead: "guests: [ines-falk, tobias-oak]",
    words: ({ name }) => ({
      message: `Unexpected second entry of ${quoted(name)}, expected each guest once`,
      help: "Remove one of the two.",
    }),
  }),
  "unknown-speaker": entry<{ label: string; near: string | undefined; times: number }>({
    severity: "error",
    about:
      "A paragraph opens with the label of somebody who is no speaker of the feature, so its words would be put into another's mouth.",
    example: "Inse: It was dark.",
    instead: "Ines: It was dark.",
    words: ({ label, near, times }) => ({
      message: `Unexpected speaker ${quoted(label)}${times > 1 ? ` (${times} times)` : ""}${
        near === undefined
          ? ", expected a guest, an interviewer or a voice of this feature"
          : didYouMean(near)
      }`,
      help: "Name the speaker under `guests`, `interviewers` or `voices`, or add an alias to the guest's file. If nobody speaks here, write `\\:` for the colon.",
    }),
  }),
  "ambiguous-speaker": entry<{ label: string; names: readonly string[] }>({
    severity: "error",
    about: "A label fits several speakers of the feature, so it does not say who speaks.",
    example: "Falk: It was dark.",
    instead: "Ines Falk: It was dark.",
    words: ({ label, names }) => ({
      message: `Unexpected speaker ${quoted(label)}, expected a label of one speaker: ${oneOf(names)}`,
      help: "Write more of the name, or give each guest a `label` of their own in the feature's front matter.",
    }),
  }),
  "joint-speakers": entry<{ label: string; names: readonly string[] }>({
    severity: "error",
    about: "A label names several speakers, and a turn has one.",
    example: "Ines and Tobias: Yes!",
    instead: "Ines: Yes!\n\nTobias: Yes!",
    words: ({ label, names }) => ({
      message: `Unexpected label of several speakers ${quoted(label)}, expected one: ${oneOf(names)}`,
      help: "Give each a turn, or name the label under `voices` if they speak as one.",
    }),
  }),
  "possible-speaker": entry<{ label: string; times: number; near: string | undefined }>({
    severity: "warning",
    about:
      "Several paragraphs open with the same short words and a colon, which may be the label of somebody whom the feature does not name; or one opens with a word that is a slip away from a short label of the feature.",
    example: "Harbourmaster: No.",
    instead: "guests: [{ name: Ada Gibbs, label: Harbourmaster }]",
    words: ({ label, times, near }) => ({
      message: `Unexpected words before a colon at the start of ${times === 1 ? "a paragraph" : `${times} paragraphs`}, ${quoted(label)}: a speaker, or text?${near === undefined ? "" : ` Did you mean ${quoted(near)}?`}`,
      help: "Name the speaker under `guests`, `interviewers` or `voices`. If nobody speaks here, write `\\:` for the colon.",
    }),
  }),
  "silent-guest": entry<{ name: string }>({
    severity: "warning",
    about: "A guest of the feature never speaks in it.",
    example: "guests: [ines-falk, tobias-oak]",
    instead: "guests: [ines-falk]",
    words: ({ name }) => ({
      message: `Unexpected guest ${quoted(name)} without an answer, expected at least one`,
      help: "Look for a label that is missing or misspelt, or take the guest off the list.",
    }),
  }),
  "unknown-section-guest": entry<{ key: string; id: string; near: string | undefined }>({
    severity: "error",
    about: "`declined` or `expects` names somebody who is no guest of the feature.",
    example: "declined: [ines-flak]",
    instead: "declined: [ines-falk]",
    words: ({ key, id, near }) => ({
      message: `Unexpected guest ${quoted(id)} under \`${key}\`, expected one of this feature's guests${didYouMean(near)}`,
      help: "Give the guest's id or name.",
    }),
  }),
};
