import { App, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeTag } from '../../crud/value/tags';
import { useVocabulary } from '../../crud/vocabulary';
import { type ReferentialUpdateInput, SetStrictnessDocument } from '../../generated/graphql';
import { execute } from '../../providers/graphql';
import { useRefresh } from '../../providers/use-read';
import type { Version } from './model';

export const rules = ['withoutDeliberation', 'withoutSneConvention', 'etpTooLow', 'termTooLong'] as const;

/** What becomes of a signature when a rule is not kept: said in words, chosen in a draft, saved at once. */
export function Strictness({ version, editable }: { version: Version; editable: boolean }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [saving, setSaving] = useState(false);
  const save = async (input: ReferentialUpdateInput) => {
    setSaving(true);
    try {
      await execute(SetStrictnessDocument, { id: version.id, revision: version.revision, input });
    } catch (error) {
      await message.error(error instanceof Error && error.message ? error.message : t('errors.unexpected'));
    }
    await refresh();
    setSaving(false);
  };
  return (
    <ul className="plain-list strictness">
      {rules.map((rule) => {
        const label = words.label('Referential', rule);
        return (
          <li key={rule} className="ref-line">
            <div className="ref-said">
              <strong>{label}</strong>
              <p>{t(`referential.rules.${rule}`)}</p>
            </div>
            {editable ? (
              <Radio.Group
                aria-label={label}
                optionType="button"
                disabled={saving}
                value={version[rule]}
                onChange={({ target }) => void save({ [rule]: target.value })}
                options={(['WARN', 'REFUSE'] as const).map((value) => ({
                  value,
                  label: words.code('Strictness', value),
                }))}
              />
            ) : (
              <CodeTag list="Strictness" value={version[rule]} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
