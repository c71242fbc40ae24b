import { outputPath } from "../outputs/output-path.js";
import type { LoadedSite } from "../build/loaded-site.js";
import type { SiteState } from "../build/site-session.js";
import type { Edition, Feature, HiddenEdition } from "../model/feature.js";
import { turnsOf } from "../model/interview.js";
import { percentDecoded } from "../model/percent-decoded.js";
import type { Site } from "../model/site.js";
import { localized } from "../model/settings.js";
import { escapeAttribute } from "../render/show-rich-text.js";
import type { EditorLink } from "./editor-link.js";
import type { ShownDiagnostic } from "./messages.js";
import { interviewOf, whyUnpublished } from "./page-source.js";
import { previewPath } from "./page-script.js";
import { link, listing, ownPage, prose, withDays, type OwnPage } from "./preview-page.js";
import { reportOf } from "./report.js";

/**
 * The page that shows the whole site at once: what is wrong, what readers do not see yet, every feature, and guests
 * without a portrait.
 *
 * @param site - The last one that could be read.
 */
export function outlinePage(state: SiteState, site: Site | undefined, editor: EditorLink): OwnPage {
  const problems = reportOf(state.diagnostics, editor, null).shown.map(problem);
  const { features, guests, pages } = state.counts;
  const name = site ? localized(site.settings.title, site.settings.language) : "";
  return ownPage(
    site ? `Outline of ${name}` : "Outline",
    [
      `<h1>Outline${site ? ` of ${link(null, name, site.settings.language)}` : ""}</h1>`,
      `<p class="quiet">${features} features, ${guests} guests, ${pages} pages. ${link(site?.settings.basePath ?? "/", "The site")}</p>`,
      listing("To be mended", problems),
      listing("Not shown", site?.hidden.map((each) => hiddenItem(each, editor)) ?? []),
      site
        ? listing(
            "Features",
            site.features.map((feature) => featureItem(feature, site, editor)),
          )
        : "",
      site ? listing("Guests without a portrait", withoutPortrait(site, editor)) : "",
    ].join("\n"),
  );
}

/** The page that lists every question and answer of a feature, each with a link to its line. */
export function turnsPage(edition: Edition, address: string, editor: EditorLink): OwnPage {
  const { language } = edition;
  const interview = interviewOf(edition);
  const sections = (interview?.sections ?? []).map(({ title, file, line, ...section }) => {
    const turns = turnsOf({ title, file, line, ...section }).map(
      (turn) =>
        `<li>${link(editor(turn.file, turn.line), turn.speaker.name, language)} ${link(`${address}#${encodeURIComponent(turn.id)}`, `#${turn.id}`)} <span class="quiet" lang="${language}">${escapeAttribute(beginning(turn.text))}</span></li>`,
    );
    const heading = title ?? edition.masthead.title;
    return `<section>\n<h2>${link(editor(file, line), heading, language)}</h2>\n<ul>\n${turns.join("\n")}\n</ul>\n</section>`;
  });
  const { title } = edition.masthead;
  return ownPage(
    title,
    [
      `<p class="quiet">${link(previewPath, "Outline")}</p>`,
      `<h1>${link(address, title, language)}</h1>`,
      `<p class="quiet">${link(editor(edition.file, 1), edition.file)}</p>`,
      interview ? "" : `<p>${notShown}</p>`,
      ...sections,
    ].join("\n"),
  );
}

/** The page that stands in for one whose last good state cannot be had. */
export function lostPage(): OwnPage {
  return ownPage(
    "Not to be shown now",
    `<h1>This page cannot be shown now</h1>\n<p>${notShown}</p>\n<p>${link(previewPath, "Outline")}</p>`,
  );
}

const notShown =
  "A text that it is made from has a mistake, and how it was before is not known, as it was not looked at since the preview began. It appears here as soon as the mistake is mended.";

/** The page that stands in for a site that could not be built even once. */
export function waitingPage(): OwnPage {
  return ownPage(
    "Not built yet",
    `<h1>The site cannot be built yet</h1>\n<p>It appears here as soon as its errors are mended.</p>\n<p>${link(previewPath, "Outline")}</p>`,
  );
}

/** The page that stands in for one of the preview's own that is not there. @param address - Percent-encoded. */
export function unknownPage(address: string): OwnPage {
  const rest = (percentDecoded(address) ?? address).slice(previewPath.length);
  const [, feature] = /^turns(\/.*)/.exec(rest) ?? [];
  const missing =
    feature === undefined
      ? `The preview has no page <code>${escapeAttribute(rest)}</code>.`
      : `The site has no feature at <code>${escapeAttribute(feature)}</code>. It may be renamed, deleted, or not shown yet.`;
  return ownPage(
    "Not there",
    `<h1>There is no such page</h1>\n<p>${missing}</p>\n<p>${link(previewPath, "Outline")}</p>`,
  );
}

/** The edition whose page a file of the output folder is. */
export function editionAt({ pages }: LoadedSite, output: string): Edition | undefined {
  for (const page of pages) {
    if (page.kind === "feature" && outputPath(page.path) === output) return page.edition;
  }
  return undefined;
}

function hiddenItem({ edition, why, day }: HiddenEdition, editor: EditorLink): string {
  const { file, language, masthead } = edition;
  const parts = [
    link(null, masthead.title, language),
    `<span class="quiet">${whyHidden[why]}${day === null ? "" : ` ${withDays(day)}`}</span>`,
    link(editor(file, 1), file),
  ];
  return parts.join(" ");
}

const whyHidden = { draft: "is a draft", scheduled: "waits for", expired: "was shown until" };

function problem({ severity, message, place, href, help, frame }: ShownDiagnostic): string {
  const rest = [help === "" ? "" : `<p>${prose(help)}</p>`];
  if (frame !== "") rest.push(`<pre>${escapeAttribute(frame)}</pre>`);
  return `<p><span class="${severity}">${severity}</span> ${link(href, place)} ${prose(message)}</p>${rest.join("")}`;
}

function featureItem({ original, translations }: Feature, { settings }: Site, editor: EditorLink): string {
  const editions = [original, ...translations].map(({ masthead, path, file, language, publication }) => {
    const address = encodeURI(settings.basePath + path.slice(1));
    const turns = encodeURI(`${previewPath}turns${path}`);
    const unpublished = whyUnpublished(publication);
    const parts = [
      link(address, masthead.title, language),
      `<span class="quiet">${withDays([masthead.date, language].join(", "))}</span>`,
      unpublished === null ? "" : `<strong class="warning">${withDays(unpublished)}</strong>`,
      link(editor(file, 1), "edit"),
      link(turns, "turns"),
    ];
    return parts.filter((part) => part !== "").join(" ");
  });
  return editions.join("<br>");
}

function withoutPortrait({ guests }: Site, editor: EditorLink): string[] {
  return guests
    .filter(({ profile, oneOff }) => profile.portrait === null && !oneOff)
    .map(({ profile }) =>
      link(profile.file === null ? null : editor(profile.file, 1), profile.name, profile.language),
    );
}

function beginning(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 90 ? `${line.slice(0, 90)}…` : line;
}
