import { describe, expect, it } from "vitest";
import { mediaTypeOf } from "../../src/interview/media-type.js";

describe("the media type of a recording", () => {
  it.each([
    ["talk.mp3", "audio/mpeg"],
    ["talks/TALK.M4A", "audio/mp4"],
    ["https://media.example.org/talk.webm?from=feed#t=3", "video/webm"],
    ["talk.opus", "audio/ogg"],
  ])("of %s is known by its ending", (address, type) => {
    expect(mediaTypeOf(address)).toBe(type);
  });

  it.each(["https://media.example.org/talk/12", "https://media.example.org/", "talk.docx", "mp3", ""])(
    "of %j is not known",
    (address) => {
      expect(mediaTypeOf(address)).toBeNull();
    },
  );
});
