import { firmKey } from '../../../domain/party/firmKey';
import { cutAt } from '../../../domain/shared/cutAt';

/** A firm to draw: `parents` are who engages it, null for ourselves. */
export type Drawable = {
  name: string;
  country: string;
  tier: number;
  parents: readonly (string | null)[];
  isAuthorised: boolean;
};

type Box = {
  x: number;
  y: number;
  textX: number;
  nameY: number;
  countryY: number;
  name: string;
  country: string;
  dashed: boolean;
};
export type FirmMap = {
  width: number;
  height: number;
  boxWidth: number;
  boxHeight: number;
  boxes: Box[];
  lines: { d: string }[];
};

/** Units of the drawing; letters are 14 high and about 7.5 wide. */
const [BOX_WIDTH, BOX_HEIGHT, GAP_X, GAP_Y, MARGIN] = [230, 52, 70, 16, 8];
const LONGEST = 26;

/** Boxes in columns by tier, ourselves first, and a line from each to who engages it. */
export function firmMap(own: string, firms: readonly Drawable[]): FirmMap {
  const tiers = [...new Set(firms.map(({ tier }) => tier))].toSorted((a, b) => a - b);
  const most = Math.max(1, ...tiers.map((tier) => firms.filter((one) => one.tier === tier).length));
  const height = most * (BOX_HEIGHT + GAP_Y) - GAP_Y + 2 * MARGIN;
  const xOf = (column: number): number => MARGIN + column * (BOX_WIDTH + GAP_X);
  const ours = boxAt(xOf(0), (height - BOX_HEIGHT) / 2, { name: own, country: '', isAuthorised: true });
  const placed = tiers.flatMap((tier, column) =>
    firms
      .filter((one) => one.tier === tier)
      .map((one, row) => ({ one, box: boxAt(xOf(column + 1), MARGIN + row * (BOX_HEIGHT + GAP_Y), one) })),
  );
  const lines = placed.flatMap(({ one, box }) =>
    one.parents.flatMap((parent) => {
      const from = parent === null ? ours : placed.find((other) => firmKey(other.one.name) === firmKey(parent))?.box;
      return from === undefined ? [] : [{ d: lineBetween(from, box) }];
    }),
  );
  const width = xOf(tiers.length) + BOX_WIDTH + MARGIN;
  const boxes = [ours, ...placed.map(({ box }) => box)];
  return { width, height, boxWidth: BOX_WIDTH, boxHeight: BOX_HEIGHT, boxes, lines };
}

const boxAt = (x: number, y: number, { name, country, isAuthorised }: Omit<Drawable, 'tier' | 'parents'>): Box => ({
  x,
  y,
  textX: x + 12,
  nameY: country === '' ? y + 31 : y + 22,
  countryY: y + 41,
  name: cutAt(name, LONGEST),
  country,
  dashed: !isAuthorised,
});

/** From the right of one to the left of the other; to a box of the same or an earlier column, around its middle. */
function lineBetween(from: Box, to: Box): string {
  const [fromY, toY] = [from.y + BOX_HEIGHT / 2, to.y + BOX_HEIGHT / 2];
  const startX = from.x + BOX_WIDTH;
  return `M${startX} ${fromY}H${startX + GAP_X / 2}V${toY}H${to.x}`;
}
