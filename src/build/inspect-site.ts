import { mediaPath } from "../assets/media-path.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Edition, Feature } from "../model/feature.js";
import type { Figure } from "../model/figure.js";
import { turnsOf, type Block, type Section, type Turn } from "../model/interview.js";
import type { Reference, RichText } from "../model/rich-text.js";
import { localized } from "../model/settings.js";
import type { Site } from "../model/site.js";
import { showRichText } from "../render/show-rich-text.js";
import { pathInLanguage } from "../site/languages.js";
import { guestPath } from "../site/routes.js";

/** All that is told of a site: to a program that has the library's types, those of templates and parsers mean nothing. */
interface SeenSite {
  readonly site: Site | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What `inspect --json` prints. */
export type InspectedModel = ReturnType<typeof inspectSite>;

/**
 * The model as plain JSON, version 1. Addresses are those of the site without its base path; HTML is as on the
 * feature's own page, with such addresses.
 */
export function inspectSite({ site, diagnostics }: SeenSite) {
  return {
    version: 1,
    site: site ? inspectSettings(site) : null,
    guests: site ? site.guests.map((guest) => inspectGuest(guest, site)) : [],
    features: site ? site.features.map((feature) => inspectFeature(feature, site)) : [],
    diagnostics: diagnostics.map(inspectDiagnostic),
  };
}

function inspectSettings({ settings }: Site) {
  const { title, origin, basePath, language, languages } = settings;
  return { title: localized(title, language), url: origin + basePath, language, languages };
}

function inspectGuest({ id, profile, aliases, sortKey, oneOff }: Site["guests"][number], site: Site) {
  const { name, role, affiliation, portrait, file } = profile;
  return {
    id,
    name,
    role,
    affiliation,
    aliases,
    sortKey,
    oneOff,
    file,
    path: site.settings.pages.guests
      ? pathInLanguage(guestPath(id), site.settings.language, site.settings)
      : null,
    portrait: portrait && inspectFigure(portrait),
    features: (site.featuresOf.get(id) ?? []).map(({ slug }) => slug),
  };
}

function inspectFeature({ slug, original, translations }: Feature, site: Site) {
  return {
    slug,
    ...inspectEdition(original, site),
    translations: translations.map((edition) => inspectEdition(edition, site)),
  };
}

function inspectEdition({ language, path, file, publication, masthead, interview }: Edition, site: Site) {
  const html = (text: RichText) =>
    showRichText(text, { addressOf: (reference) => addressOf(reference, site), atHome: true });
  const { standfirst, edited, corrections, guests, cover, facsimile, ...plain } = masthead;
  const appearances = guests.map(({ portrait, ...guest }) => ({
    ...guest,
    portrait: portrait && inspectFigure(portrait),
  }));
  return {
    language,
    ...publication,
    ...plain,
    path,
    file,
    guests: guests.map(({ id }) => id),
    appearances,
    standfirst: html(standfirst),
    edited: html(edited),
    corrections: corrections.map(({ date, text }) => ({ date, html: html(text) })),
    cover: cover && inspectFigure(cover),
    facsimile: facsimile && inspectFigure(facsimile),
    intro: inspectBlocks(interview.intro, html),
    sections: interview.sections.map((section) => inspectSection(section, html)),
    notes: html(interview.notes),
  };
}

type ToHtml = (text: RichText) => string;

function inspectSection(section: Section, html: ToHtml) {
  const { id, title, file, line, lead, declined } = section;
  return {
    id,
    title,
    file,
    line,
    lead: inspectBlocks(lead, html),
    declined,
    turns: turnsOf(section).map((turn) => inspectTurn(turn, html)),
  };
}

function inspectTurn({ id, kind, speaker, time, blocks, text, file, line }: Turn, html: ToHtml) {
  const { prose, figures, quotes } = inspectBlocks(blocks, html);
  return { id, kind, speaker, time, text, file, line, html: prose, figures, quotes };
}

/** The text, the pictures and the pull quotes of blocks, each in order. */
function inspectBlocks(blocks: readonly Block[], html: ToHtml) {
  return {
    prose: blocks.flatMap((block) => (block.kind === "prose" ? [html(block.html)] : [])).join("\n"),
    figures: blocks.flatMap((block) => (block.kind === "figure" ? [inspectFigure(block.figure)] : [])),
    quotes: blocks.flatMap((block) =>
      block.kind === "pull-quote" ? [{ guest: block.guest, text: block.text, answer: block.answer }] : [],
    ),
  };
}

function inspectFigure({ picture, alt, caption, credit }: Figure) {
  const { file, width, height } = picture;
  return { file, path: mediaPath(file), width, height, alt, caption, credit };
}

function addressOf({ target, suffix }: Reference, { addresses }: Site): string {
  if (target.to === "path") return target.path + suffix;
  return (addresses.get(target.file) ?? mediaPath(target.file)) + suffix;
}

function inspectDiagnostic({ code, severity, message, help, place, related }: Diagnostic) {
  return {
    code,
    severity,
    message,
    help,
    ...place,
    related: related.map(({ message: note, place: at }) => ({ message: note, ...at })),
  };
}
