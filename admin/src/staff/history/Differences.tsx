import { Button } from 'antd';
import { createContext, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ConceptName, fieldAt } from '../../crud/metadata';
import { Value } from '../../crud/value/Value';
import { useVocabulary } from '../../crud/vocabulary';
import { type Change, type Difference, isLong, isRelation } from './model';

/** Words for codes that people keep themselves, where the page knows them: a convention's missions, by its référentiel. */
export const WordsOfTexts = createContext<(code: string) => string>((code) => code);

interface Props {
  concept: ConceptName;
  change: Change;
  fields: Difference[];
}

/** What a change did, field by field. All that a new row was made of is folded: its page shows it; paper has it all. */
export function Differences({ concept, change, fields }: Props) {
  const { t } = useTranslation();
  const changed = change.action === 'UPDATED';
  const [open, setOpen] = useState(changed);
  return (
    <>
      {!changed && (
        <Button
          type="link"
          size="small"
          className="no-print timeline-unfold"
          aria-expanded={open}
          onClick={() => setOpen((shown) => !shown)}
        >
          {t(open ? 'history.hide' : 'history.show', { count: fields.length })}
        </Button>
      )}
      {open && (
        <dl className="differences">
          {fields.map((difference) => (
            <DifferenceLine key={difference.field} concept={concept} action={change.action} difference={difference} />
          ))}
        </dl>
      )}
    </>
  );
}

interface LineProps {
  concept: ConceptName;
  action: Change['action'];
  difference: Difference;
}

function DifferenceLine({ concept, action, difference }: LineProps) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { field, erased } = difference;
  const long = isLong(concept, difference);
  return (
    <div className={long ? 'difference difference-long' : 'difference'}>
      <dt>{words.label(concept, field)}</dt>
      <dd>
        {erased ? (
          <span className="quiet">{t('history.erased')}</span>
        ) : (
          <>
            {action !== 'CREATED' && (
              <span className="difference-before">
                <span className="seen-by-readers">{t('history.before')}</span>
                <Side concept={concept} difference={difference} side="before" />
              </span>
            )}
            {action !== 'DELETED' && (
              <span className="difference-after">
                {action === 'UPDATED' && (
                  <>
                    <span className="difference-arrow" aria-hidden="true">
                      →
                    </span>
                    <span className="seen-by-readers">{t('history.after')}</span>
                  </>
                )}
                <span>
                  <Side concept={concept} difference={difference} side="after" />
                </span>
              </span>
            )}
          </>
        )}
      </dd>
    </div>
  );
}

/** A relation is told by the name that it had or has; everything else in the look of its kind. */
function Side({
  concept,
  difference,
  side,
}: {
  concept: ConceptName;
  difference: Difference;
  side: 'before' | 'after';
}) {
  const { t } = useTranslation();
  const said = useContext(WordsOfTexts);
  const { field } = difference;
  const value = difference[side];
  if (isRelation(concept, field) && value !== null)
    return (side === 'before' ? difference.beforeTitle : difference.afterTitle) ?? t('history.gone');
  const worded = fieldAt(concept, field).field.kind === 'texts' && Array.isArray(value) ? value.map(said) : value;
  return <Value concept={concept} row={{ [field]: worded }} path={field} />;
}
