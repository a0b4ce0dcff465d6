import { Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../../crud/vocabulary';
import type { GuichetAfterInput } from '../../generated/graphql';
import { tidyText } from '../../shell/AskDialog';
import type { Version } from './events';
import './convention.css';

/** What is typed of the guichet's future. */
export interface TypedAfter {
  keeps?: boolean;
  registers?: boolean;
  closedOn?: string;
}

/** Where the API's refusals are told, by the name of its argument. */
export const guichetInputs: Record<string, string[]> = {
  guichet: ['guichet', 'keeps'],
  level: ['guichet', 'keeps'],
  registers: ['guichet', 'registers'],
  closedOn: ['guichet', 'closedOn'],
};

export const afterOf = ({ keeps, registers, closedOn }: TypedAfter, { level }: Version): GuichetAfterInput => ({
  level: keeps ? level : null,
  registers: registers ?? false,
  closedOn: tidyText(closedOn) ?? null,
});

/** What becomes of a guichet once no convention binds it: nothing is supposed, somebody says it. */
export function GuichetAfterFields({ version }: { version: Version }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  return (
    <fieldset className="guichet-after">
      <legend>{t('convention.after.title')}</legend>
      <Form.Item
        name={['guichet', 'keeps']}
        label={words.label('ConventionVersion', 'level')}
        rules={[{ required: true, message: t('convention.after.choose') }]}
      >
        <Radio.Group
          options={[
            { value: true, label: t('convention.after.keeps', { level: words.code('Level', version.level) }) },
            { value: false, label: t('convention.after.none') },
          ]}
        />
      </Form.Item>
      <Form.Item name={['guichet', 'registers']} valuePropName="checked">
        <Checkbox>{t('convention.after.registers')}</Checkbox>
      </Form.Item>
      <Form.Item
        name={['guichet', 'closedOn']}
        label={`${t('convention.after.closedOn')} (${t('convention.dialog.optional')})`}
        extra={t('convention.after.closedOnHelp')}
      >
        <Input type="date" className="date-input" />
      </Form.Item>
    </fieldset>
  );
}
