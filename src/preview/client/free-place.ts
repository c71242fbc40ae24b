/** A point in the window, in pixels. */
interface Point {
  readonly left: number;
  readonly top: number;
}

/**
 * Find a place beside a turn where something small covers nothing that can be clicked, and no picture: beside its words,
 * or else further down along them, above their end, or in the other margin.
 *
 * @param size - Of what is to be placed.
 */
export function freePlace(turn: Element, size: DOMRect): Point {
  const { width, height } = size;
  // A turn may be as wide as the window; what is said in it ends where the eye is.
  const words = [...turn.querySelectorAll("p, h2, h3, h4, li")];
  const boxes = (words.length > 0 ? words : [turn]).map((each) => each.getBoundingClientRect());
  const right = Math.max(...boxes.map((box) => box.right));
  const left = Math.min(...boxes.map((box) => box.left));
  const { top, bottom } = turn.getBoundingClientRect();
  const last = innerWidth - width - 8;
  const beside = Math.min(right + 12, last);
  const first = { left: beside, top };
  const places: Point[] = [first];
  for (let down = top + height; down + height <= bottom; down += height)
    places.push({ left: beside, top: down });
  places.push({ left: Math.min(right - width, last), top: top - height });
  places.push({ left: Math.min(right - width, last), top: bottom });
  places.push({ left: Math.max(8, left - width - 12), top });
  const taken = [...document.body.querySelectorAll(notToBeCovered)].flatMap((each) => [
    ...each.getClientRects(),
  ]);
  const isFree = (place: Point): boolean =>
    !taken.some(
      (box) =>
        box.left < place.left + width &&
        box.right > place.left &&
        box.top < place.top + height &&
        box.bottom > place.top,
    );
  return places.find(isFree) ?? first;
}

const notToBeCovered = "a[href], button, input, select, textarea, summary, label, img, audio, video";
