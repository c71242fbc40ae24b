import { mediaPath } from "../assets/media-path.js";
import { filesIn } from "../interview/digest.js";
import type { Edition } from "../model/feature.js";
import type { Figure } from "../model/figure.js";
import { filePath, type FilePath } from "../model/ids.js";
import type { Output } from "../model/output.js";
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
  // A page that is not published has no address, and its source is not for readers.
  const addLinked = (linked: readonly FilePath[]): void => {
    for (const file of linked) if (!isPage.has(file) && !file.endsWith(".md")) files.add(file);
  };
  const addEdition = ({ masthead, digest }: Edition): void => {
    addLinked(digest.files);
    const recording = masthead.recording?.src ?? "";
    if (recording !== "" && !/^([a-z][a-z\d+.-]*:|\/)/i.test(recording)) files.add(filePath(recording));
  };

  for (const { original, translations } of site.features) {
    addEdition(original);
    for (const translation of translations) addEdition(translation);
  }
  for (const { profile, translations } of site.guests) {
    for (const each of [profile, ...translations]) {
      addFigure(each.portrait);
      addLinked(filesIn(each.biography));
    }
  }
  for (const { body } of site.pages) addLinked(filesIn(body));
  const { publisher } = site.settings;
  if (publisher?.logo != null) files.add(publisher.logo);
  return files;
}
