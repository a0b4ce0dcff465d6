import { TableOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { PopUp } from '../../shell/PopUp';
import type { ListState } from '../address';
import type { Column } from '../define';
import type { ConceptName } from '../metadata';
import { useVocabulary } from '../vocabulary';
import { shownColumns } from './query';

interface Props {
  concept: ConceptName;
  columns: Column[];
  state: ListState;
  onChange: (next: Partial<ListState>) => void;
}

/** Which columns to see; the first one, which opens the row, always stays. */
export function ColumnChooser({ concept, columns, state, onChange }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const usual = shownColumns(columns, { ...state, columns: undefined }).map(({ path }) => path);
  const shown = shownColumns(columns, state).map(({ path }) => path);
  const choose = (chosen: string[]) => {
    const next = columns.map(({ path }) => path).filter((path, index) => index === 0 || chosen.includes(path));
    onChange({ columns: next.join() === usual.join() ? undefined : next, page: state.page });
  };
  return (
    <PopUp
      placement="bottomRight"
      content={
        <div className="chooser">
          <Checkbox.Group
            value={shown}
            onChange={choose}
            options={columns.map(({ path }, index) => ({
              value: path,
              label: words.short(concept, path),
              disabled: index === 0,
            }))}
          />
          <Button
            type="link"
            size="small"
            disabled={state.columns === undefined}
            onClick={() => onChange({ columns: undefined, page: state.page })}
          >
            {t('list.usualColumns')}
          </Button>
        </div>
      }
    >
      <Button icon={<TableOutlined />}>{t('list.columns')}</Button>
    </PopUp>
  );
}
