import { useTranslation } from 'react-i18next';
import { NotEntered } from '../../crud/value/Value';
import { useVocabulary } from '../../crud/vocabulary';
import { byLevel, type Item } from './items';
import '../convention/convention.css';

/** The words of mission codes, from the items of the référentiel that a version follows. An unknown code is its own label. */
export const missionLabels = (items: readonly Item[]): ((code: string) => string) => {
  const labels = new Map(items.map(({ code, label }) => [code, label]));
  return (code) => labels.get(code) ?? code;
};

interface Props {
  /** Null: never entered. */
  missions: readonly string[] | null;
  /** `referential.items(filter: { kind: { eq: MISSION } }, first: 100)` of the version. */
  items: readonly Item[];
}

/** The missions that a version promises, under the level that brings each of them in. */
export function MissionList({ missions, items }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  if (missions === null) return <NotEntered />;
  if (missions.length === 0) return <span className="quiet">{t('convention.noMission')}</span>;
  return (
    <div className="missions">
      {byLevel(missions, items).map(({ level, items: some }) => (
        <div key={level ?? 'other'}>
          <h4>
            {level ? t('convention.missionsOf', { level: words.code('Level', level) }) : t('referential.otherMissions')}
          </h4>
          <ul>
            {some.map(({ code, label, text }) => (
              <li key={code} title={text ?? undefined}>
                {label}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
