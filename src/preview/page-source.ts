import { ChangedMeanwhile } from "../build/changed-meanwhile.js";
import type { Edition, Publication } from "../model/feature.js";
import { turnsOf, type Interview } from "../model/interview.js";
import type { Page } from "../model/page.js";
import type { FilePath } from "../model/ids.js";
import type { LoadedSite } from "../build/loaded-site.js";
import { outputPath } from "../outputs/output-path.js";
import type { EditorLink } from "./editor-link.js";
import type { PageSource } from "./messages.js";

/**
 * Where a page of the site was written.
 *
 * @param output - The page's file in the output folder.
 * @returns `null` where it is made from many files, or from none.
 */
export function pageSource(site: LoadedSite, output: string, link: EditorLink): PageSource | null {
  const page = site.pages.find(({ path }) => outputPath(path) === output);
  const file = page && fileOf(page);
  if (!file) return null;
  const edition = page.kind === "feature" ? page.edition : undefined;
  return {
    file,
    href: link(file, 1),
    unpublished: edition ? whyUnpublished(edition.publication) : null,
    turns: edition ? turnLinks(edition, link) : [],
  };
}

/** None where the text is another by now, and the last good one is not in memory. */
function turnLinks(edition: Edition, link: EditorLink): PageSource["turns"] {
  const sections = interviewOf(edition)?.sections ?? [];
  return sections.flatMap((section) =>
    turnsOf(section).map((turn) => [turn.id, link(turn.file, turn.line)] as const),
  );
}

/** The conversation of an edition; `undefined` where its text is another by now, and this one was not kept. */
export function interviewOf(edition: Edition): Interview | undefined {
  try {
    return edition.interview;
  } catch (thrown) {
    if (thrown instanceof ChangedMeanwhile) return undefined;
    throw thrown;
  }
}

function fileOf(page: Page): FilePath | null {
  switch (page.kind) {
    case "feature":
      return page.edition.file;
    case "guest":
      return page.guest.profile.file;
    case "page":
      return page.page.file;
    default:
      return null;
  }
}

/** Why readers would not see something yet; `null` where they would, or where its day has come by now. */
export function whyUnpublished({ status, publishAt }: Publication): string | null {
  if (status === "draft") return "draft";
  return publishAt === null ? null : `waits for ${publishAt}`;
}
