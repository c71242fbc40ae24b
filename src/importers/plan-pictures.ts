import { drawPlaceholder } from "./placeholder-picture.js";
import type { TranscriptFigure } from "./script.js";
import type { Transcript, TranscriptBlock } from "./transcript.js";
import type { FeaturePlan, ImportedFile, PictureCopy } from "./feature-plan.js";

/** The pictures of one feature: their files, and the words that stand under `figures:`. */
export interface PlannedPictures {
  /** Stand-ins for pictures that are not there. */
  readonly files: readonly ImportedFile[];
  readonly copies: readonly PictureCopy[];
  /** Front matter, by file name. */
  readonly figures: Readonly<Record<string, { alt: string; caption?: string; credit?: string }>>;
  readonly facsimile: { src: string; alt: string; caption: string } | undefined;
  readonly todo: readonly string[];
  /** The Markdown that shows a picture of the transcript. */
  markdown(figure: TranscriptFigure): string;
}

/**
 * Give every picture of a transcript a file beside the feature. One that lies beside the text is copied; for one
 * that does not, a neutral stand-in is drawn, and whoever edits is asked for it.
 */
export function planPictures(transcript: Transcript, plan: FeaturePlan): PlannedPictures {
  const folder = plan.as === "folder" ? `content/features/${plan.slug}/` : "content/features/";
  const prefix = plan.as === "folder" ? "" : `${plan.slug}-`;
  const files: ImportedFile[] = [];
  const copies: PictureCopy[] = [];
  const todo: string[] = [];
  const figures: Record<string, { alt: string; caption?: string; credit?: string }> = {};
  const names = new Map<TranscriptFigure, string>();
  const taken = new Set<string>();
  const standIn = (name: string, words: string, what: string): void => {
    files.push({ path: folder + name, content: drawPlaceholder(words) });
    todo.push(`Supply ${what} in place of ${folder}${name}, and describe it under \`alt\`.`);
  };
  for (const { figure } of figuresOf(transcript)) {
    const found = figure.src !== null && plan.pictureExists(figure.src) ? figure.src : null;
    const name = freeName(prefix, found, names.size + 1, taken);
    names.set(figure, name);
    if (found !== null) copies.push({ from: found, to: folder + name });
    else standIn(name, plan.words.pictureMissing, `the picture ${figure.src ?? ""}`.trimEnd());
    if (found !== null && figure.alt === null)
      todo.push(`Describe the picture ${folder}${name} under \`alt\`.`);
    figures[name] = {
      alt: figure.alt ?? plan.words.pictureMissing,
      ...(figure.caption === null ? {} : { caption: figure.caption }),
      ...(figure.credit === null ? {} : { credit: figure.credit }),
    };
  }
  const caption = transcript.masthead.facsimile;
  const scan = `${prefix}facsimile.svg`;
  if (caption !== undefined) standIn(scan, plan.words.scanMissing, "the scan of the printed page");
  return {
    files,
    copies,
    figures,
    facsimile: caption === undefined ? undefined : { src: scan, alt: plan.words.scanMissing, caption },
    todo,
    markdown: (figure) => `![](${names.get(figure) ?? ""})`,
  };
}

function figuresOf({ intro, sections }: Transcript): Extract<TranscriptBlock, { kind: "figure" }>[] {
  const blocks = [
    ...intro,
    ...sections.flatMap(({ lead, turns }) => [...lead, ...turns.flatMap((turn) => turn.blocks)]),
  ];
  return blocks.filter((block) => block.kind === "figure");
}

function freeName(prefix: string, src: string | null, number: number, taken: Set<string>): string {
  const file = src?.split(/[\\/]/u).at(-1) ?? "";
  const match = /^(.*?)(\.[a-z0-9]+)$/iu.exec(file);
  const stem = match?.[1]?.replace(/[^\p{L}\p{N}_-]+/gu, "-") ?? "";
  const base = match && stem !== "" ? stem : `picture-${number}`;
  const ending = match?.[2]?.toLowerCase() ?? ".svg";
  let name = `${prefix}${base}${ending}`;
  for (let count = 2; taken.has(name); count++) name = `${prefix}${base}-${count}${ending}`;
  taken.add(name);
  return name;
}
