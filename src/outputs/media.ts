import { mediaPath } from "../assets/media-path.js";
import type { Edition } from "../model/feature.js";
import type { Figure } from "../model/figure.js";
import { filePath, type FilePath } from "../model/ids.js";
import { turnsOf, type Block } from "../model/interview.js";
import type { Output } from "../model/output.js";
import type { RichText } from "../model/rich-text.js";
import type { Site } from "../model/site.js";
import { outputPath } from "./output-path.js";

/** The pictures that pages show and the files that they link to, each as it is. Nothing else of `content/` gets out. */
export function mediaOutputs(site: Site): Output[] {
  return [...mediaFiles(site)].sort().map((file) => ({ path: outputPath(mediaPath(file)), copyOf: file }));
}

/** The content files that are published as they are. */
function mediaFiles(site: Site): Set<FilePath> {
  const files = new Set<FilePath>();
  const isPage = new Set<FilePath>(site.addresses.keys());
  const addFigure = (figure: Figure | null): void => {
    if (figure) files.add(figure.picture.file);
  };
  const addText = (text: RichText): void => {
    for (const part of text) {
      if (typeof part === "string" || part.kind !== "reference" || part.target.to !== "file") continue;
      const { file } = part.target;
      // A page that is not published has no address, and its source is not for readers.
      if (!isPage.has(file) && !file.endsWith(".md")) files.add(file);
    }
  };
  const addBlocks = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.kind === "figure") addFigure(block.figure);
      else if (block.kind === "prose") addText(block.html);
    }
  };
  const addEdition = ({ masthead, interview }: Edition): void => {
    addFigure(masthead.cover);
    addFigure(masthead.facsimile);
    for (const { portrait } of masthead.guests) addFigure(portrait);
    for (const text of [masthead.standfirst, masthead.edited, interview.notes]) addText(text);
    for (const { text } of masthead.corrections) addText(text);
    const recording = masthead.recording?.src ?? "";
    if (recording !== "" && !/^([a-z][a-z\d+.-]*:|\/)/i.test(recording)) files.add(filePath(recording));
    addBlocks(interview.intro);
    for (const section of interview.sections) {
      addBlocks(section.lead);
      for (const turn of turnsOf(section)) addBlocks(turn.blocks);
    }
  };

  for (const { original, translations } of site.features) {
    addEdition(original);
    for (const translation of translations) addEdition(translation);
  }
  for (const { profile, translations } of site.guests) {
    for (const each of [profile, ...translations]) {
      addFigure(each.portrait);
      addText(each.biography);
    }
  }
  for (const { body } of site.pages) addText(body);
  const { publisher } = site.settings;
  if (publisher?.logo != null) files.add(publisher.logo);
  return files;
}
