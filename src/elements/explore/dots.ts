import { ecosystemTypes } from '../../charts/ecosystem.ts';
import type { CaseIndex } from '../../explore/case-index.ts';
import type { Placed } from '../../explore/clusters.ts';
import type { Size } from '../../explore/map-view.ts';

/** Every point as a small dot in the colour of its ecosystem; one fill a colour, whatever their number. */
export function drawDots(
  canvas: HTMLCanvasElement,
  { width, height }: Size,
  points: readonly Placed[],
  index: CaseIndex,
): void {
  canvas.hidden = points.length === 0;
  canvas.dataset['points'] = String(points.length);
  const context = points.length === 0 ? null : canvas.getContext('2d');
  if (!context) return;
  const scale = Math.min(2, devicePixelRatio);
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  context.scale(scale, scale);
  const style = getComputedStyle(canvas);
  ecosystemTypes.forEach((type, of) => {
    context.fillStyle = style.getPropertyValue(`--eco-${type}`) || 'CanvasText';
    context.beginPath();
    for (const { at, x, y } of points) if (index.type[at] === of) context.rect(x - 1.1, y - 1.1, 2.2, 2.2);
    context.fill();
  });
}
