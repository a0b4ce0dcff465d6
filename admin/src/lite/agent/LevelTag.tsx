import type { Level } from '../../generated/graphql.js';
import { useTexts } from './texts.js';

/** Levels are categories of equal weight: a hue each, and always the name. */
export function LevelTag({ level }: { level: Level }) {
  const t = useTexts();
  const names: Readonly<Record<Level, string>> = {
    COMMUNICATION: t('Level.COMMUNICATION'),
    INFO: t('Level.INFO'),
    SUIVI: t('Level.SUIVI'),
    CONSEIL: t('Level.CONSEIL'),
  };
  return (
    <p className={`level level-${level.toLowerCase()}`}>
      <span className="soft">{t('desk.level')}</span> <strong>{names[level]}</strong>
    </p>
  );
}
