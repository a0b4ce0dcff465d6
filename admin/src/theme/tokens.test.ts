import { describe, expect, it } from 'vitest';
import { type Mode, palettes } from './tokens';

const channel = (hex: string, at: number) => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex: string) => 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
const contrast = (one: string, other: string) => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

describe.each<Mode>(['light', 'dark'])('the %s palette', (mode) => {
  const palette = palettes[mode];
  const backgrounds = [palette.page, palette.surface, palette.raised, palette.sunken];

  it.each(['text', 'textSecondary', 'textFaint', 'link'] as const)('%s can be read on every background', (name) => {
    for (const background of backgrounds) expect(contrast(palette[name], background)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(Object.entries({ ...palette.levels, ...palette.states }))(
    '%s can be read on its tint and on a surface',
    (_name, hue) => {
      for (const background of [hue.tint, palette.surface, palette.page])
        expect(contrast(hue.text, background)).toBeGreaterThanOrEqual(4.5);
    },
  );
  it('the label of the main button can be read', () => {
    expect(contrast(palette.onPrimary, palette.primary)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.onPrimary, palette.primaryHover)).toBeGreaterThanOrEqual(4.5);
  });
  it('the focus ring stands out', () => {
    for (const background of backgrounds) expect(contrast(palette.focus, background)).toBeGreaterThanOrEqual(3);
  });
});

/** Hue angle in degrees. */
const hue = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return ((Math.atan2(Math.sqrt(3) * (g - b), 2 * r - g - b) * 180) / Math.PI + 360) % 360;
};

it('levels and obligation states share no hue', () => {
  for (const { levels, states } of Object.values(palettes)) {
    for (const level of Object.values(levels)) expect(hue(level.text)).toBeGreaterThan(165);
    for (const [name, state] of Object.entries(states))
      if (name !== 'UNKNOWN') expect(hue(state.text)).toBeLessThan(150);
  }
});
