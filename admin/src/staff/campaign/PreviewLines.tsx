import { Grid, Table, type TableColumnType } from 'antd';
import { memo, type ReactNode } from 'react';
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
  const { lg: wide = true, xl: roomy = true } = Grid.useBreakpoint();
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
  // The head follows the page down, where the table need not scroll by itself.
  const head = { onHeaderCell: () => ({ style: roomy ? stickyHead : {} }) };
  const column = (
    key: string,
    title: ReactNode,
    render: (props: LineProps) => ReactNode,
  ): TableColumnType<LineProps> => ({
    ...head,
    key,
    title,
    render: (_, props) => render(props),
    shouldCellUpdate: (now, before) => !same(now, before),
  });
  return (
    <Table<LineProps>
      className="preview"
      size="small"
      pagination={false}
      aria-label={words.many('Guichet')}
      scroll={roomy ? {} : { x: true }}
      rowKey={({ line }) => line.guichetId}
      rowClassName={rowClass}
      dataSource={lines.map((line) => ({ line, choice: choiceOf(choices, line), onChoose }))}
      columns={[
        column('take', all, (props) => <TakeBox {...props} />),
        {
          ...column('guichet', words.label('Convention', 'guichet'), ({ line }) => <LineName line={line} />),
          rowScope: 'row',
        },
        column('now', t('campaign.now'), ({ line }) => <Current line={line} />),
        column('level', t('campaign.toPrepare'), (props) => <LevelChoice {...props} />),
        column('verdict', t('campaign.verdict'), ({ line }) => <VerdictTag verdict={line.verdict} />),
        column('why', t('campaign.why'), ({ line }) => <Reasons line={line} />),
      ]}
    />
  );
}

const stickyHead = { position: 'sticky', top: 56, zIndex: 3 } as const;

const rowClass = ({ line, choice }: LineProps) => (line.verdict === 'LEFT_OUT' || !choice.taken ? 'line-off' : '');

/** Lines change one by one among hundreds. */
const same = (before: LineProps, after: LineProps) =>
  before.line === after.line &&
  before.onChoose === after.onChoose &&
  before.choice.taken === after.choice.taken &&
  before.choice.level === after.choice.level;

const LineCard = memo(function LineCard(props: LineProps) {
  const { line } = props;
  return (
    <li className={`card line-card ${rowClass(props)}`}>
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
