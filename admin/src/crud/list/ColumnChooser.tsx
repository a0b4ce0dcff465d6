import { TableOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { PopUp } from '../../shell/PopUp';
import type { Column } from '../define';
import type { ConceptName } from '../metadata';
import { useVocabulary } from '../vocabulary';
import { shownColumns } from './query';

interface Props {
  concept: ConceptName;
  columns: Column[];
  shown: Column[];
  /** Undefined: the usual ones. */
  onChange: (columns: string[] | undefined) => void;
}

/** Which columns to see; the first one, which opens the row, always stays. */
export function ColumnChooser({ concept, columns, shown, onChange }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const usual = shownColumns(columns).map(({ path }) => path);
  const ticked = shown.map(({ path }) => path);
  const choose = (chosen: string[]) => {
    const next = columns.map(({ path }) => path).filter((path, index) => index === 0 || chosen.includes(path));
    onChange(next.join() === usual.join() ? undefined : next);
  };
  return (
    <PopUp
      placement="bottomRight"
      content={
        <div className="chooser stacked">
          <Checkbox.Group
            className="stacked"
            value={ticked}
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
            disabled={ticked.join() === usual.join()}
            onClick={() => onChange(undefined)}
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
