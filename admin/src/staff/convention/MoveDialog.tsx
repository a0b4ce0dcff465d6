import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../../crud/vocabulary';
import { AskDialog, tidyText, useRequired } from '../../shell/AskDialog';
import { useToday } from '../../shell/session-context';
import type { Version } from './events';
import { afterOf, GuichetAfterFields, guichetInputs, type TypedAfter } from './GuichetAfter';
import type { Given, Move } from './moves';
import { SignatoriesInput, type Signing } from './SignatoriesInput';

interface Props {
  move: Move;
  version: Version;
  parties: string[];
  onCancel: () => void;
  /** Rejects with the API's refusal. */
  onGive: (given: Given) => Promise<void>;
}

interface Typed {
  signedOn?: string;
  signatories?: Signing[];
  terminatedOn?: string;
  noticeOn?: string;
  withdrawnOn?: string;
  motive?: string;
  guichet?: TypedAfter;
}

/** What a transition asks, before it is made. */
export function MoveDialog({ move: { transition, asks }, version, parties, onCancel, onGive }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const today = useToday();
  const required = useRequired();
  const asked = (need: Move['asks'][number]) => asks.includes(need);
  /** What becomes of the guichet is said once its last day is over, not before. */
  const isToCome = ({ terminatedOn }: Typed) => (terminatedOn ?? '') > today;
  const give = (typed: Typed) =>
    onGive({
      signedOn: typed.signedOn,
      signatories: typed.signatories?.map(({ party, name, quality }) => ({
        party: party.trim(),
        name: name.trim(),
        quality: tidyText(quality),
        signedOn: typed.signedOn,
      })),
      terminatedOn: typed.terminatedOn,
      noticeOn: tidyText(typed.noticeOn),
      withdrawnOn: typed.withdrawnOn,
      motive: tidyText(typed.motive),
      guichet: typed.guichet && !isToCome(typed) ? afterOf(typed.guichet, version) : undefined,
    });
  return (
    <AskDialog<Typed>
      title={t(`convention.dialog.${transition}.title`)}
      text={t(`convention.dialog.${transition}.text`)}
      okText={words.code('ConventionTransition', transition)}
      danger={transition === 'CANCEL' || transition === 'TERMINATE' || transition === 'WITHDRAW'}
      wide={asked('SIGNATORIES')}
      start={{
        signedOn: today,
        signatories: parties.map((party) => ({ party, name: '', quality: '' })),
        terminatedOn: today,
        withdrawnOn: today,
        ...(asked('GUICHET_AFTER') && { guichet: { registers: false } }),
      }}
      inputs={{
        signedOn: 'signedOn',
        terminatedOn: 'terminatedOn',
        noticeOn: 'noticeOn',
        withdrawnOn: 'withdrawnOn',
        motive: 'motive',
        ...guichetInputs,
      }}
      onCancel={onCancel}
      onGive={give}
    >
      {asked('SIGNED_ON') && (
        <Form.Item name="signedOn" label={words.label('ConventionVersion', 'signedOn')} rules={[required]}>
          <Input type="date" max={today} className="date-input" />
        </Form.Item>
      )}
      {asked('SIGNATORIES') && <SignatoriesInput />}
      {asked('TERMINATED_ON') && (
        <>
          <Form.Item name="terminatedOn" label={t('convention.dialog.lastDay')} rules={[required]}>
            <Input type="date" min={version.startsOn} max={version.endsOn} className="date-input" />
          </Form.Item>
          <Form.Item
            name="noticeOn"
            label={`${words.label('ConventionVersion', 'noticeOn')} (${t('convention.dialog.optional')})`}
          >
            <Input type="date" className="date-input" />
          </Form.Item>
        </>
      )}
      {asked('WITHDRAWN_ON') && (
        <Form.Item name="withdrawnOn" label={t('convention.dialog.withdrawnOn')} rules={[required]}>
          <Input type="date" min={version.signedOn ?? undefined} max={today} className="date-input" />
        </Form.Item>
      )}
      {(asked('TERMINATION_MOTIVE') || asked('WITHDRAWAL_MOTIVE') || asked('CANCELLATION_MOTIVE')) && (
        <Form.Item name="motive" label={t('convention.dialog.motive')} rules={[required]}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={5000} />
        </Form.Item>
      )}
      {asked('GUICHET_AFTER') && (
        <Form.Item<Typed> noStyle dependencies={['terminatedOn']}>
          {({ getFieldValue }) =>
            isToCome({ terminatedOn: getFieldValue('terminatedOn') }) ? (
              <p className="quiet">{t('convention.after.later')}</p>
            ) : (
              <GuichetAfterFields version={version} />
            )
          }
        </Form.Item>
      )}
    </AskDialog>
  );
}
