import { theme as antdTheme, type ThemeConfig } from 'antd';
import { fontFamily, type Mode, palettes, sizes } from './tokens';

export type Density = 'comfortable' | 'compact';

interface Surroundings {
  /** A narrow screen, used with a thumb. */
  touch: boolean;
  /** Nothing moves: a dialog that grows under the pointer loses a press on a slow machine. */
  still: boolean;
}

/** Ant Design's theme, from our tokens. */
export function makeTheme(mode: Mode, density: Density, { touch, still }: Surroundings): ThemeConfig {
  const palette = palettes[mode];
  return {
    algorithm: mode === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    cssVar: { key: 'parvis' },
    hashed: false,
    token: {
      fontFamily,
      fontSize: density === 'compact' ? sizes.text : sizes.textComfortable,
      borderRadius: sizes.radius,
      // Closer together, not smaller: Ant Design's own compact algorithm goes down to 12 px.
      ...(density === 'compact' ? { sizeStep: 3, controlHeight: 28 } : {}),
      // A thumb needs 44 px.
      ...(touch ? { controlHeight: 44, controlHeightSM: 40 } : {}),
      motion: !still,
      motionUnit: 0.06,
      wireframe: false,
      colorPrimary: palette.primary,
      colorPrimaryHover: palette.primaryHover,
      colorLink: palette.link,
      colorLinkHover: palette.primaryHover,
      colorInfo: palette.link,
      colorSuccess: palette.states.MET.text,
      colorWarning: palette.states.AT_RISK.text,
      colorError: palette.states.NOT_MET.text,
      colorErrorText: palette.states.NOT_MET.text,
      // What an alert lies on: the same tints as tags, so that it informs without shouting.
      colorInfoBg: palette.primaryTint,
      colorInfoBorder: palette.border,
      colorSuccessBg: palette.states.MET.tint,
      colorSuccessBorder: palette.states.MET.line,
      colorWarningBg: palette.states.AT_RISK.tint,
      colorWarningBorder: palette.states.AT_RISK.line,
      colorErrorBg: palette.states.NOT_MET.tint,
      colorErrorBorder: palette.states.NOT_MET.line,
      colorText: palette.text,
      colorTextSecondary: palette.textSecondary,
      colorTextTertiary: palette.textFaint,
      colorTextDescription: palette.textSecondary,
      colorTextPlaceholder: palette.textFaint,
      colorPrimaryBg: palette.primaryTint,
      controlItemBgActive: palette.primaryTint,
      controlItemBgActiveHover: palette.primaryTint,
      controlItemBgHover: palette.sunken,
      colorBgLayout: palette.page,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.raised,
      colorBorder: palette.border,
      colorBorderSecondary: palette.borderFaint,
    },
    components: {
      Layout: {
        headerBg: palette.surface,
        headerHeight: sizes.header,
        headerPadding: '0 20px',
        siderBg: palette.surface,
        bodyBg: palette.page,
      },
      Menu: {
        itemBg: 'transparent',
        subMenuItemBg: 'transparent',
        itemHeight: 38,
        itemSelectedBg: palette.primaryTint,
        itemSelectedColor: palette.link,
        groupTitleFontSize: 12,
      },
      Button: { primaryColor: palette.onPrimary, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Table: {
        headerBg: palette.sunken,
        headerColor: palette.textSecondary,
        headerSplitColor: 'transparent',
        rowHoverBg: palette.sunken,
        headerSortActiveBg: palette.sunken,
        headerSortHoverBg: palette.borderFaint,
        bodySortBg: palette.surface,
        cellPaddingBlockMD: density === 'compact' ? 5 : 8,
      },
      Form: { labelColor: palette.text, itemMarginBottom: 18, verticalLabelPadding: '0 0 4px' },
      Alert: { withDescriptionPadding: '10px 12px', withDescriptionIconSize: 16 },
      Checkbox: { colorWhite: palette.onPrimary },
      Tag: { defaultBg: palette.sunken, fontSizeSM: 13 },
    },
  };
}
