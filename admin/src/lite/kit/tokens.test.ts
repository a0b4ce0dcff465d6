import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Mode, palettes } from '../../theme/tokens.js';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media');
const kebab = (name: string): string => name.toLowerCase().replaceAll('_', '-');

function declared(mode: Mode): Record<string, string> {
  const found = (mode === 'light' ? light : dark).matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g);
  return Object.fromEntries([...found].map(([, name, colour]) => [name, colour]));
}

describe('the light entries’ colours', () => {
  it.each(['light', 'dark'] as const)('are the admin’s, %s', (mode) => {
    const { page, surface, text, textSecondary, primary, onPrimary, link, focus, levels, states } = palettes[mode];
    expect(declared(mode)).toMatchObject({
      page,
      surface,
      text,
      'text-soft': textSecondary,
      primary,
      'on-primary': onPrimary,
      link,
      focus,
      ...Object.fromEntries(Object.entries(levels).map(([level, hue]) => [`level-${kebab(level)}`, hue.text])),
      ...Object.fromEntries(Object.entries(states).map(([state, hue]) => [`state-${kebab(state)}`, hue.text])),
      ...Object.fromEntries(Object.entries(states).map(([state, hue]) => [`state-${kebab(state)}-soft`, hue.tint])),
    });
  });
});
