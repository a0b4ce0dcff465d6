import { usePalette } from '../../../theme/Appearance';
import type { Level } from '../../../theme/tokens';
import './map.css';

/** Each level has a shape beside its colour, so that nobody depends on colours; none is larger than another. */
const shapes: Record<Level, string> = {
  COMMUNICATION: 'M-6.5,-6.5H6.5V6.5H-6.5Z',
  INFO: 'M0,-7.5A7.5,7.5 0 1 1 0,7.5A7.5,7.5 0 1 1 0,-7.5Z',
  SUIVI: 'M0,-8.6L8.2,6.2H-8.2Z',
  CONSEIL: 'M0,-9L9,0L0,9L-9,0Z',
};
const none = 'M-5,0A5,5 0 1 1 5,0A5,5 0 1 1 -5,0Z';

/** The mark of a level inside a drawing, around (0, 0). */
export function LevelShape({ level }: { level: Level | undefined }) {
  const { levels, surface, textFaint } = usePalette();
  return (
    <path
      d={level ? shapes[level] : none}
      fill={level ? levels[level].text : textFaint}
      stroke={surface}
      strokeWidth={1.5}
    />
  );
}

/** The same mark in a line of text. */
export function LevelMark({ level }: { level: Level | undefined }) {
  return (
    <svg className="level-mark" viewBox="-10 -10 20 20" width="16" height="16" aria-hidden="true">
      <LevelShape level={level} />
    </svg>
  );
}
