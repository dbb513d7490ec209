type At = readonly [number, number];

interface Moved {
  pan(from: At, to: At): void;
  zoom(factor: number, at: At): void;
}

/** Pixels that a hand may tremble before a press becomes a pull. */
const tremble = 4;

/**
 * Pulling with a mouse, two fingers on a screen (one scrolls the page), and the wheel with Ctrl, which is also what a
 * pinch on a touchpad sends. A wheel without it scrolls the page as everywhere.
 */
export function moves(frame: HTMLElement, { pan, zoom }: Moved): void {
  const down = new Map<number, At>();
  let start: At | undefined;
  let isPull = false;
  const at = ({ clientX, clientY }: MouseEvent): At => {
    const { left, top } = (frame.querySelector('svg') ?? frame).getBoundingClientRect();
    return [clientX - left, clientY - top];
  };
  frame.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    down.set(event.pointerId, at(event));
    start = at(event);
    isPull = false;
  });
  frame.addEventListener('pointermove', (event) => {
    const before = down.get(event.pointerId);
    if (!before) return;
    const now = at(event);
    const [other] = [...down].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
    if (other) {
      const factor = distance(now, other) / Math.max(1, distance(before, other));
      const middle = (one: At): At => [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
      pan(middle(before), middle(now));
      zoom(factor, middle(now));
      isPull = true;
    } else if (event.pointerType !== 'touch') {
      if (!isPull && start && distance(now, start) < tremble) return;
      if (!isPull) frame.setPointerCapture(event.pointerId);
      isPull = true;
      pan(before, now);
    } else return;
    down.set(event.pointerId, now);
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    frame.addEventListener(end, ({ pointerId }) => down.delete(pointerId));
  // A link under the end of a pull is not followed.
  frame.addEventListener('click', (event) => isPull && stop(event), { capture: true });
  frame.addEventListener('dragstart', (event) => event.preventDefault());
  frame.addEventListener('dblclick', (event) => zoom(2, at(event)));
  frame.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * (event.deltaMode === 0 ? 0.004 : 0.12)), at(event));
    },
    { passive: false },
  );
}

const distance = (a: At, b: At): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function stop(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
