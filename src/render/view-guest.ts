import { mediaPath } from "../assets/media-path.js";
import { wordsOfHtml } from "../markdown/words-of-html.js";
import type { Feature } from "../model/feature.js";
import type { Guest } from "../model/guest.js";
import type { GuestId } from "../model/ids.js";
import type { PageOf } from "./page-of-kind.js";
import { pageView, wayBy } from "./view-common.js";
import { InterviewViewer } from "./view-interview.js";
import { editionOf, featureItem } from "./view-lists.js";
import { castOf, guestDetail, profileOf } from "./view-people.js";
import type { ViewScope } from "./view-scope.js";
import type { GuestInterviewView, GuestView } from "./views/pages.js";

/** `/guests/<id>/`: one guest, and every answer in every feature with its question, the newest first. */
export function guestView({ guest, features }: PageOf<"guest">, scope: ViewScope): GuestView {
  const interviews = features.flatMap((feature) => interviewView(feature, guest.id, scope) ?? []);
  const detail = guestDetail(guest, scope);
  const { portrait } = profileOf(guest, scope);
  return pageView(
    scope,
    {
      kind: "guest",
      title: detail.name,
      description: descriptionOf(guest, scope),
      breadcrumbs: wayBy(scope, "guests"),
      image: portrait ? mediaPath(portrait.picture.file) : undefined,
    },
    {
      guest: detail,
      interviews,
      answerCount: interviews.reduce(
        (count, { answers }) => count + answers.reduce((sum, each) => sum + each.answers.length, 0),
        0,
      ),
    },
  );
}

/** What a guest said in a feature, as of that feature; nothing where the feature does not have the guest. */
function interviewView(feature: Feature, guest: GuestId, scope: ViewScope): GuestInterviewView | undefined {
  const edition = editionOf(feature, scope);
  const cast = castOf(edition, scope);
  const person = cast.get(guest);
  if (!person) return undefined;
  const viewer = new InterviewViewer(edition, cast, scope);
  const answers = edition.interview.sections.flatMap((section) =>
    section.exchanges.flatMap(({ questions, replies }) => {
      const own = replies.filter(
        ({ kind, speaker }) => kind === "answer" && speaker.kind === "guest" && speaker.id === guest,
      );
      if (own.length === 0) return [];
      return [
        {
          section: section.title,
          questions: questions.map((turn) => viewer.turn(turn)),
          answers: own.map((turn) => viewer.turn(turn)),
        },
      ];
    }),
  );
  return {
    feature: featureItem(feature, scope),
    person,
    answers: answers.map((each, at) => ({
      ...each,
      opensSection: each.section !== null && each.section !== answers[at - 1]?.section,
    })),
  };
}

function descriptionOf(guest: Guest, scope: ViewScope): string {
  const { role, affiliation, biography } = profileOf(guest, scope);
  const biographyText = wordsOfHtml(biography);
  if (biographyText !== "") return biographyText;
  return [role, affiliation].filter((each) => each !== null).join(" · ");
}
