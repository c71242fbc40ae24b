import type { Turn } from "../model/interview.js";

/** What a turn is in the order of a talk: which guest answers is told, which interviewer asks is not. */
export function roleOf({ kind, speaker }: Turn): string {
  return kind === "answer" ? `answer ${speaker.id}` : kind;
}
