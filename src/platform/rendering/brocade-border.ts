/**
 * The border of a certificate: a band woven like the brocade of the Tày and Nùng, drawn cell by cell on
 * a loom's grid and traced into outlines, so that it stays sharp at any size and shows no seams.
 */

/** The threads, as the printer gets them. */
const THREADS = { vermilion: "#a8281c", gold: "#dba640", ivory: "#fdf3dc", indigo: "#1f3d63" } as const;
type Thread = keyof typeof THREADS;

/** Cells across the band, and cells from one diamond to the next. */
const BAND = 17;
const PERIOD = 20;
const MIDDLE = (BAND - 1) / 2;

/** Diamonds along the long and the short side of A4; the difference of the sides, 87 mm, is ten periods. */
const LONG = 30;
const SHORT = 20;
const CELL_MM = 87 / ((LONG - SHORT) * PERIOD);

/** Cells along each side, corners included; one more than whole periods, so that both ends look alike. */
const WIDTH = 2 * BAND + LONG * PERIOD + 1;
const HEIGHT = 2 * BAND + SHORT * PERIOD + 1;

/** Distance of the band from the left and right edges of the paper, in millimetres. */
const MARGIN_MM = (297 - WIDTH * CELL_MM) / 2;

/**
 * The thread that shows in a cell of the running band: `along` from the nearer end of a side, `across`
 * from its edge. The flowers between diamonds are left out at the ends, where a corner would halve them.
 */
function threadOfBand(along: number, across: number): Thread {
  const fromDiamond = Math.abs((along % PERIOD) - PERIOD / 2);
  const fromGap = PERIOD / 2 - fromDiamond;
  const fromMiddle = Math.abs(across - MIDDLE);
  if (fromMiddle === MIDDLE) return "gold";
  const ring = fromDiamond + fromMiddle;
  if (ring <= 1) return "ivory";
  if (ring <= 3) return "indigo";
  if (ring === 4 || ring === 6) return "gold";
  const cross = fromGap + fromMiddle;
  if (cross === 0 && along > 2) return "gold";
  if (cross === 2 && along > 2) return "ivory";
  // Teeth that point inward between two diamonds, as on the hem of a woven belt.
  if (fromGap + (MIDDLE - 1 - fromMiddle) <= 2) return "gold";
  return "vermilion";
}

/** The thread in a corner, 17 by 17 cells: the star of eight petals. */
function threadOfStar(x: number, y: number): Thread {
  const dx = Math.abs(x - MIDDLE);
  const dy = Math.abs(y - MIDDLE);
  const square = Math.max(dx, dy);
  const diamond = dx + dy;
  if (square === MIDDLE) return "gold";
  if (diamond <= 1) return "ivory";
  if (square <= 2 || diamond <= 3) return "indigo";
  // The ground parts the petals along both axes and both diagonals.
  const parted = dx === dy || dx === 0 || dy === 0;
  return !parted && square <= 6 && diamond <= 9 ? "gold" : "vermilion";
}

function threadAt(x: number, y: number): Thread | null {
  const nearX = Math.min(x, WIDTH - 1 - x);
  const nearY = Math.min(y, HEIGHT - 1 - y);
  if (nearX >= BAND && nearY >= BAND) return null;
  if (nearX < BAND && nearY < BAND) return threadOfStar(nearX, nearY);
  return nearY < BAND ? threadOfBand(nearX - BAND, nearY) : threadOfBand(nearY - BAND, nearX);
}

/** Gives the border as SVG of the whole A4 landscape page, 297 by 210 mm. */
export function brocadeBorder(): string {
  const paths = weave(WIDTH, HEIGHT, threadAt);
  const top = (210 - HEIGHT * CELL_MM) / 2;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="297mm" height="210mm" viewBox="0 0 297 210">` +
    `<g transform="translate(${MARGIN_MM} ${top}) scale(${CELL_MM})">${paths}</g></svg>`
  );
}

/** The ground is laid whole beneath the other threads, so that no white shows between two colours. */
function weave(width: number, height: number, thread: (x: number, y: number) => Thread | null): string {
  const layers = (Object.keys(THREADS) as Thread[]).map((colour) => {
    const shown = (x: number, y: number) => (colour === "vermilion" ? thread(x, y) !== null : thread(x, y) === colour);
    return `<path fill="${THREADS[colour]}" d="${outline(width, height, shown)}"/>`;
  });
  return layers.join("");
}

/**
 * Takes a grid and which cells are filled; gives the outlines of the filled areas as path data, each
 * walked with the filled cell on its right, so that holes run the other way round.
 */
function outline(width: number, height: number, filled: (x: number, y: number) => boolean): string {
  const at = (x: number, y: number): boolean => x >= 0 && y >= 0 && x < width && y < height && filled(x, y);
  const key = (x: number, y: number): number => y * (width + 1) + x;
  /** From each corner, the corners that an edge leads to. */
  const edges = new Map<number, number[]>();
  const addEdge = (x1: number, y1: number, x2: number, y2: number): void => {
    edges.set(key(x1, y1), [...(edges.get(key(x1, y1)) ?? []), key(x2, y2)]);
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!at(x, y)) continue;
      if (!at(x, y - 1)) addEdge(x, y, x + 1, y);
      if (!at(x + 1, y)) addEdge(x + 1, y, x + 1, y + 1);
      if (!at(x, y + 1)) addEdge(x + 1, y + 1, x, y + 1);
      if (!at(x - 1, y)) addEdge(x, y + 1, x, y);
    }
  }
  let path = "";
  for (const start of edges.keys()) {
    for (let next = edges.get(start)?.pop(); next !== undefined; next = edges.get(start)?.pop()) {
      path += `M${start % (width + 1)} ${Math.floor(start / (width + 1))}`;
      let [from, to, moved] = [start, next, 0];
      while (true) {
        moved += to - from;
        const after = to === start ? undefined : edges.get(to)?.pop();
        if (after === undefined || after - to !== to - from) {
          path += Math.abs(to - from) === 1 ? `h${moved}` : `v${moved / (width + 1)}`;
          moved = 0;
        }
        if (after === undefined) break;
        [from, to] = [to, after];
      }
      path += "z";
    }
  }
  return path;
}
