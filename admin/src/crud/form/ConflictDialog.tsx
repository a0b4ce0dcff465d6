import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '../define';
import type { ConceptName } from '../metadata';
import { useVocabulary } from '../vocabulary';
import { Held } from './Held';
import type { Difference, Input, Values } from './values';

interface Props {
  concept: ConceptName;
  inputs: Input[];
  both: Difference[];
  onlyTheirs: Difference[];
  /** The row as it is now. */
  current: Row;
  onCancel: () => void;
  /** Values chosen for the fields that both changed. */
  onResolve: (chosen: Values) => void;
}

/** Somebody saved first: their value and mine side by side, chosen field by field, nothing lost silently. */
export function ConflictDialog({ concept, inputs, both, onlyTheirs, current, onCancel, onResolve }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const [choices, setChoices] = useState<Record<string, 'mine' | 'theirs'>>({});
  const inputOf = (name: string) => inputs.find((input) => input.name === name);
  const chosen = () =>
    Object.fromEntries(both.map(({ name, mine, theirs }) => [name, choices[name] === 'theirs' ? theirs : mine]));
  return (
    <Modal
      open
      width={720}
      title={t('conflict.title')}
      okText={t('conflict.save')}
      cancelText={t('conflict.back')}
      okButtonProps={{ disabled: both.some(({ name }) => !choices[name]) }}
      onOk={() => onResolve(chosen())}
      onCancel={onCancel}
    >
      <p>{both.length > 0 ? t('conflict.choose') : t('conflict.apart')}</p>
      {both.map(({ name, mine, theirs }) => {
        const input = inputOf(name);
        if (!input) return null;
        const label = words.label(concept, input.path);
        return (
          <fieldset key={name} className="conflict-field">
            <legend>{label}</legend>
            <Radio.Group
              value={choices[name]}
              onChange={({ target }) => setChoices({ ...choices, [name]: target.value })}
            >
              <Radio value="mine">
                <span className="quiet">{t('conflict.mine')}</span>
                <Held concept={concept} input={input} value={mine} current={current} />
              </Radio>
              <Radio value="theirs">
                <span className="quiet">{t('conflict.theirs')}</span>
                <Held concept={concept} input={input} value={theirs} current={current} />
              </Radio>
            </Radio.Group>
          </fieldset>
        );
      })}
      {onlyTheirs.length > 0 && (
        <>
          <p className="quiet">{t('conflict.alsoChanged')}</p>
          <ul>
            {onlyTheirs.map(({ name, theirs }) => {
              const input = inputOf(name);
              return (
                input && (
                  <li key={name}>
                    {words.label(concept, input.path)}
                    {t('value.colon')}
                    <Held concept={concept} input={input} value={theirs} current={current} />
                  </li>
                )
              );
            })}
          </ul>
        </>
      )}
    </Modal>
  );
}
