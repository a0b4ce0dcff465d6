/**
 * Every colour and size of the staff pages. Light and dark are two readings of the same names, so that no page chooses a colour
 * by itself. Text colours reach 4.5:1 on their background in both (checked by tokens.test.ts).
 */
export type Mode = 'light' | 'dark';

/** A colour that carries text, and the tint that lies behind it. */
export interface Hue {
  text: string;
  tint: string;
  line: string;
}

interface Palette {
  primary: string;
  primaryHover: string;
  primaryTint: string;
  onPrimary: string;
  link: string;
  page: string;
  surface: string;
  raised: string;
  sunken: string;
  text: string;
  textSecondary: string;
  textFaint: string;
  border: string;
  borderFaint: string;
  focus: string;
  levels: Record<Level, Hue>;
  states: Record<ObligationState, Hue>;
}

/** The four levels are categories: equal weight, hues from teal to plum, told apart by colour-blind eyes too. */
export type Level = 'COMMUNICATION' | 'INFO' | 'SUIVI' | 'CONSEIL';
/** Obligation states live on the other half of the wheel, from red to green, with grey for what nobody entered. */
export type ObligationState = 'MET' | 'ON_TRACK' | 'AT_RISK' | 'NOT_MET' | 'UNKNOWN';

export const palettes: Record<Mode, Palette> = {
  light: {
    primary: '#1d4466',
    primaryHover: '#2a5a84',
    primaryTint: '#e6eef6',
    onPrimary: '#ffffff',
    link: '#1f5c94',
    page: '#f6f7f9',
    surface: '#ffffff',
    raised: '#ffffff',
    sunken: '#f1f3f6',
    text: '#1b2430',
    textSecondary: '#4b5767',
    textFaint: '#626e7e',
    border: '#c9d0d9',
    borderFaint: '#e4e8ed',
    focus: '#1f5c94',
    levels: {
      COMMUNICATION: { text: '#2f55a4', tint: '#e8eefb', line: '#b4c5ec' },
      INFO: { text: '#17697a', tint: '#e0f3f6', line: '#a3d3dc' },
      SUIVI: { text: '#6d43bf', tint: '#f0eafc', line: '#cdbcf2' },
      CONSEIL: { text: '#8a3a72', tint: '#fae9f4', line: '#e3b6d5' },
    },
    states: {
      MET: { text: '#246b2a', tint: '#e6f4e6', line: '#afd6b1' },
      ON_TRACK: { text: '#5c6200', tint: '#f3f5d8', line: '#d0d592' },
      AT_RISK: { text: '#8f4f00', tint: '#fdf0dc', line: '#eccb98' },
      NOT_MET: { text: '#a8221b', tint: '#fdeae8', line: '#f0b9b4' },
      UNKNOWN: { text: '#56606d', tint: '#eef0f3', line: '#cdd3db' },
    },
  },
  dark: {
    primary: '#8fbfe8',
    primaryHover: '#abd0f0',
    primaryTint: '#22364a',
    onPrimary: '#0d1c2a',
    link: '#8fc3f0',
    page: '#11161c',
    surface: '#181f27',
    raised: '#1f2832',
    sunken: '#141a21',
    text: '#e8edf3',
    textSecondary: '#b3bfcc',
    textFaint: '#98a5b4',
    border: '#3d4a58',
    borderFaint: '#2a343f',
    focus: '#8fc3f0',
    levels: {
      COMMUNICATION: { text: '#8fbdf2', tint: '#1c2c44', line: '#35507a' },
      INFO: { text: '#5fd3cd', tint: '#12333a', line: '#235c63' },
      SUIVI: { text: '#b79cff', tint: '#2b2447', line: '#4c3f7c' },
      CONSEIL: { text: '#e5a3cf', tint: '#3d2135', line: '#6c3b5d' },
    },
    states: {
      MET: { text: '#83d088', tint: '#17321b', line: '#2d5d33' },
      ON_TRACK: { text: '#ccd26b', tint: '#2d300f', line: '#545a1e' },
      AT_RISK: { text: '#f2b968', tint: '#3a2910', line: '#6b4c1d' },
      NOT_MET: { text: '#ff9f96', tint: '#421d1a', line: '#7a352f' },
      UNKNOWN: { text: '#aeb8c4', tint: '#252d36', line: '#465160' },
    },
  },
};

/** No font is downloaded: each system shows its own. */
export const fontFamily = "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', system-ui, sans-serif";

export const sizes = { text: 14, textComfortable: 15, radius: 6, contentMax: 1320, sider: 232, header: 56 } as const;
