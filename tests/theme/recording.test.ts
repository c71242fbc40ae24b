import { describe, expect, it } from "vitest";
import type { Masthead } from "../../src/model/feature.js";
import {
  answer,
  appearance,
  edition,
  feature,
  guest,
  masthead,
  profile,
  question,
  section,
  settings,
  site,
  en,
} from "../render/site-builder.js";
import { renderSite } from "./built-in-theme.js";

/** The page of a feature with a recording, of which one turn has a time. */
function pageWith(recording: NonNullable<Masthead["recording"]>): string {
  const shown = edition("tide", {
    language: en,
    masthead: masthead({ guests: [appearance("ann", "Ann")], recording }),
    sections: [
      section("t", "Tide", [
        {
          questions: [question("t-q", "When?")],
          replies: [answer("t-ann", "ann", "At four.", { time: 65 })],
        },
      ]),
    ],
  });
  const guests = [guest("ann", profile("Ann", { language: en }))];
  const english = settings({ language: en, languages: [en] });
  const pages = renderSite(site({ settings: english, guests, features: [feature(shown)] }));
  // Handlebars writes every `=` of a value as a reference.
  return (pages.get("/features/tide/") ?? "").replaceAll("&#x3D;", "=");
}

describe("a recording", () => {
  it("of the site is played by the browser, and each time leads to its moment", () => {
    const html = pageWith({ src: "content/features/tide.mp3", type: "audio/mpeg", duration: 70 });
    expect(html).toMatch(
      /<audio controls preload="none">\s*<source src="\.\.\/\.\.\/media\/features\/tide\.mp3" type="audio\/mpeg">/,
    );
    expect(html).toContain(
      '<a class="moment" href="../../media/features/tide.mp3#t=65"><time datetime="PT65S">1:05',
    );
    expect(html).toContain('<a href="transcript.vtt" type="text/vtt">');
  });

  it("from elsewhere is asked for by nobody but the reader, who is told whence it comes", () => {
    const html = pageWith({
      src: "https://media.example.org/t.mp3?x=1#y",
      type: "audio/mpeg",
      duration: null,
    });
    expect(html).toContain('<audio controls preload="none">');
    expect(html).toContain("Plays from media.example.org");
    expect(html).toContain('href="https://media.example.org/t.mp3?x=1#t=65"');
    expect(html).not.toMatch(/<link[^>]+media\.example\.org/);
  });

  it("that is video has captions", () => {
    const html = pageWith({ src: "content/features/tide.webm", type: "video/webm", duration: null });
    expect(html).toContain('<video controls preload="none" playsinline>');
    expect(html).toContain('<track kind="captions" src="transcript.vtt" srclang="en" label="Captions">');
  });

  it("that is nobody knows what stays a link, and its times link to the turns", () => {
    const html = pageWith({ src: "https://media.example.org/talk/12", type: null, duration: null });
    expect(html).toContain('<p class="recording"><a href="https://media.example.org/talk/12">');
    expect(html).not.toMatch(/<audio|<video|class="moment"|transcript\.vtt/);
    expect(html).toContain('<a class="anchor time" href="#t-ann"');
  });
});
