import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import './convention.css';

/** A line of the signature's dialog. */
export interface Signing {
  party: string;
  name: string;
  quality?: string;
}

const longest = 200;

/** Who signed, one line each: a convention binds two parties, and each has its own signatory. */
export function SignatoriesInput() {
  const { t } = useTranslation();
  const required = { required: true, whitespace: true, message: t('checks.required') };
  return (
    <Form.List name="signatories">
      {(lines, { add, remove }) => (
        <>
          {lines.map(({ key, name }, index) => (
            <fieldset key={key} className="signatory">
              <legend>{t('convention.dialog.signatory', { rank: index + 1 })}</legend>
              <Form.Item name={[name, 'name']} label={t('convention.dialog.name')} rules={[required]}>
                <Input maxLength={longest} autoComplete="off" />
              </Form.Item>
              <Form.Item
                name={[name, 'quality']}
                label={`${t('convention.dialog.quality')} (${t('convention.dialog.optional')})`}
              >
                <Input maxLength={longest} autoComplete="off" placeholder={t('convention.dialog.qualityExample')} />
              </Form.Item>
              <Form.Item name={[name, 'party']} label={t('convention.dialog.party')} rules={[required]}>
                <Input maxLength={longest} autoComplete="off" />
              </Form.Item>
              {lines.length > 2 && (
                <Button
                  type="text"
                  icon={<CloseOutlined />}
                  aria-label={t('convention.dialog.removeSignatory', { rank: index + 1 })}
                  onClick={() => remove(name)}
                />
              )}
            </fieldset>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({ party: '', name: '', quality: '' })}>
            {t('convention.dialog.addSignatory')}
          </Button>
        </>
      )}
    </Form.List>
  );
}
