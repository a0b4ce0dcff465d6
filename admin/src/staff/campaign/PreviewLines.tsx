import { Grid } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../../crud/vocabulary';
import { Current, LevelChoice, LineName, type LineProps, Reasons, TakeBox } from './LineParts';
import { type Choice, type Choices, choiceOf, type Line } from './model';
import { VerdictTag } from './VerdictTag';

interface Props {
  lines: readonly Line[];
  choices: Choices;
  onChoose: (guichetId: string, choice: Choice) => void;
  onChooseAll: (taken: boolean) => void;
}

/** What would become of each guichet: a table, or cards on a narrow screen. */
export function PreviewLines({ lines, choices, onChoose, onChooseAll }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const wide = Grid.useBreakpoint().lg ?? true;
  const open = lines.filter((line) => line.verdict !== 'LEFT_OUT' && choiceOf(choices, line).level !== null);
  const taken = open.filter((line) => choiceOf(choices, line).taken);
  const some = taken.length > 0 && taken.length < open.length;
  const all = (
    <input
      type="checkbox"
      className="take-box"
      ref={(box) => {
        if (box) box.indeterminate = some;
      }}
      checked={open.length > 0 && taken.length === open.length}
      disabled={open.length === 0}
      aria-label={t('campaign.takeAll')}
      onChange={({ target }) => onChooseAll(target.checked)}
    />
  );
  if (!wide)
    return (
      <>
        <p className="take-all">
          {all} <span aria-hidden>{t('campaign.takeAll')}</span>
        </p>
        <ul className="cards">
          {lines.map((line) => (
            <LineCard key={line.guichetId} line={line} choice={choiceOf(choices, line)} onChoose={onChoose} />
          ))}
        </ul>
      </>
    );
  return (
    <div className="preview-scroll">
      <table className="preview">
        <thead>
          <tr>
            <th scope="col">{all}</th>
            <th scope="col">{words.label('Convention', 'guichet')}</th>
            <th scope="col">{t('campaign.now')}</th>
            <th scope="col">{t('campaign.toPrepare')}</th>
            <th scope="col">{t('campaign.verdict')}</th>
            <th scope="col">{t('campaign.why')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <LineRow key={line.guichetId} line={line} choice={choiceOf(choices, line)} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const rowClass = ({ line, choice }: Pick<LineProps, 'line' | 'choice'>) =>
  line.verdict === 'LEFT_OUT' || !choice.taken ? 'line-off' : undefined;

/** Lines change one by one among hundreds. */
const same = (before: LineProps, after: LineProps) =>
  before.line === after.line &&
  before.onChoose === after.onChoose &&
  before.choice.taken === after.choice.taken &&
  before.choice.level === after.choice.level;

const LineRow = memo(function LineRow(props: LineProps) {
  const { line } = props;
  return (
    <tr className={rowClass(props)}>
      <td>
        <TakeBox {...props} />
      </td>
      <th scope="row">
        <LineName line={line} />
      </th>
      <td>
        <Current line={line} />
      </td>
      <td>
        <LevelChoice {...props} />
      </td>
      <td>
        <VerdictTag verdict={line.verdict} />
      </td>
      <td>
        <Reasons line={line} />
      </td>
    </tr>
  );
}, same);

const LineCard = memo(function LineCard(props: LineProps) {
  const { line } = props;
  return (
    <li className={`card line-card ${rowClass(props) ?? ''}`}>
      <div className="line-head">
        <TakeBox {...props} />
        <div className="line-title">
          <LineName line={line} />
        </div>
        <VerdictTag verdict={line.verdict} />
      </div>
      <div className="line-body">
        <Current line={line} />
        <LevelChoice {...props} />
      </div>
      <p className="quiet">
        <Reasons line={line} />
      </p>
    </li>
  );
}, same);
