import type { Edition } from "../model/feature.js";
import type { GuestId } from "../model/ids.js";
import type { Block, Exchange, Section, Turn } from "../model/interview.js";
import { withUprightNumbers, writingIn } from "./vertical.js";
import { momentAddress } from "./view-recording.js";
import type { ViewScope } from "./view-scope.js";
import type { BlockView, ExchangeView, SectionView, TurnView } from "./views/interview.js";
import type { PersonView } from "./views/people.js";
import { clockTime, ordinalOf } from "./written-forms.js";

/** An edition's conversation as one page shows it: its own, or the page of one of its guests. */
export class InterviewViewer {
  readonly #edition: Edition;
  readonly #cast: ReadonlyMap<GuestId, PersonView>;
  readonly #labels: ReadonlyMap<GuestId, string>;
  readonly #scope: ViewScope;
  /** Whether what is said is set in columns. */
  readonly #inColumns: boolean;

  constructor(edition: Edition, cast: ReadonlyMap<GuestId, PersonView>, scope: ViewScope) {
    this.#edition = edition;
    this.#cast = cast;
    this.#labels = new Map(edition.masthead.guests.map(({ id, name, label }) => [id, label ?? name]));
    this.#scope = scope;
    const onItsPage = edition.path === scope.page.path;
    this.#inColumns = onItsPage && writingIn(scope.language, scope.context.site.settings) === "vertical";
  }

  /** A section. @param number - From 1. */
  section(section: Section, number: number): SectionView {
    const exchanges = section.exchanges.map((exchange) => this.exchange(exchange));
    const seats = seatsOf(exchanges.flatMap(({ replies }) => replies));
    return {
      id: section.id,
      title: section.title,
      number,
      ordinal: ordinalOf(number, this.#scope.language),
      lead: this.blocks(section.lead),
      exchanges,
      declined: section.declined.flatMap((id) => this.#cast.get(id) ?? []),
      seats: inOrder(seats),
    };
  }

  /** A question with its answers. */
  exchange({ questions, replies }: Exchange): ExchangeView {
    const answers = replies.map((turn) => this.turn(turn));
    const seats = seatsOf(answers);
    return {
      questions: questions.map((turn) => this.turn(turn)),
      replies: answers,
      answering: seats.size,
      seats: inOrder(seats),
    };
  }

  /** A turn of speech. */
  turn({ id, kind, speaker, time, blocks }: Turn): TurnView {
    return {
      id,
      href: this.#scope.anchorHref(this.#edition.path, id),
      kind,
      speaker: (speaker.kind === "guest" ? this.#labels.get(speaker.id) : undefined) ?? speaker.name,
      guest: speaker.kind === "guest" ? (this.#cast.get(speaker.id) ?? null) : null,
      time: time === null ? null : this.#moment(time),
      ...(kind === "question"
        ? withHeading(this.blocks(blocks))
        : { headingHtml: "", blocks: this.blocks(blocks) }),
    };
  }

  /** What a turn or the text before the turns is made of. */
  blocks(blocks: readonly Block[]): BlockView[] {
    return blocks.map((block) => this.#block(block));
  }

  #moment(seconds: number): TurnView["time"] {
    return {
      seconds,
      text: clockTime(seconds),
      href: momentAddress(seconds, this.#edition, this.#scope),
    };
  }

  #block(block: Block): BlockView {
    const scope = this.#scope;
    switch (block.kind) {
      case "prose": {
        const html = scope.html(block.html, this.#edition.path);
        return { html: this.#inColumns ? withUprightNumbers(html) : html, figure: null, pullQuote: null };
      }
      case "figure":
        return { html: null, figure: scope.figure(block.figure), pullQuote: null };
      case "pull-quote":
        return {
          html: null,
          figure: null,
          pullQuote: {
            text: block.text,
            name: block.name,
            href: scope.anchorHref(this.#edition.path, block.answer),
            seat: this.#cast.get(block.guest)?.seat ?? 0,
          },
        };
    }
  }
}

/** Take a question's first paragraph out of its blocks, for the heading. */
function withHeading(blocks: readonly BlockView[]): Pick<TurnView, "headingHtml" | "blocks"> {
  const [first, ...others] = blocks;
  const [whole = "", words = ""] = /^\s*<p>(.*?)<\/p>\s*/s.exec(first?.html ?? "") ?? [];
  if (!first || words === "") return { headingHtml: "", blocks };
  const rest = (first.html ?? "").slice(whole.length);
  return { headingHtml: words, blocks: rest === "" ? others : [{ ...first, html: rest }, ...others] };
}

/** The seats of those who speak. */
function seatsOf(turns: readonly TurnView[]): Set<number> {
  const seats = new Set<number>();
  for (const { guest } of turns) if (guest && guest.seat > 0) seats.add(guest.seat);
  return seats;
}

function inOrder(seats: ReadonlySet<number>): string {
  return [...seats].sort((a, b) => a - b).join(" ");
}
