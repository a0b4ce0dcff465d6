import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { pathTo } from '../../crud/registry';
import { useVocabulary } from '../../crud/vocabulary';
import {
  AmendConventionDocument,
  type ConventionAct,
  RecordDeliberationDocument,
  RecordSneConventionDocument,
  RenewConventionDocument,
  SettleConventionDocument,
} from '../../generated/graphql';
import { useAdding } from '../../lite/kit/use-adding';
import { execute } from '../../providers/graphql';
import { AskDialog, tidyText, useRequired } from '../../shell/AskDialog';
import { useToday } from '../../shell/session-context';
import { addressOf } from '../addresses';
import type { Convention, PageVersion } from './ConventionPage';
import { afterOf, GuichetAfterFields, guichetInputs, type TypedAfter } from './GuichetAfter';

/** What staff do of a convention beside moving it towards signature. */
export type Act = ConventionAct;

interface Props {
  convention: Convention;
  version: PageVersion;
  onCancel: () => void;
  /** Done: with the address to go to when it made something new. */
  onDone: (address?: string) => Promise<void>;
}

/** The days that the API proposes for an act; none once it is no longer open, and the API then says why. */
const proposalOf = ({ availableActs }: PageVersion, act: Act) =>
  availableActs.find((one) => one.act === act)?.proposal ?? undefined;

/** An avenant begins on a day of the term. */
export function AmendDialog({ convention, version, onCancel, onDone }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const required = useRequired();
  const adding = useAdding();
  const proposal = proposalOf(version, 'AMEND');
  return (
    <AskDialog<{ startsOn: string }>
      title={words.code('ConventionAct', 'AMEND')}
      text={t('convention.ask.AMEND')}
      okText={words.code('ConventionAct', 'AMEND')}
      start={{ startsOn: proposal?.startsOn }}
      inputs={{ startsOn: 'startsOn' }}
      onCancel={onCancel}
      onGive={async ({ startsOn }) => {
        const { amendConvention } = await adding((requestKey) =>
          execute(AmendConventionDocument, { id: convention.id, startsOn, requestKey }),
        );
        await onDone(addressOf({ concept: 'ConventionVersion', id: amendConvention.id, parentId: convention.id }));
      }}
    >
      <Form.Item name="startsOn" label={t('convention.ask.amendFrom')} rules={[required]}>
        <Input type="date" min={proposal?.earliestOn} max={proposal?.latestOn ?? undefined} className="date-input" />
      </Form.Item>
    </AskDialog>
  );
}

/** The next convention, on the days that are proposed or others. */
export function RenewDialog({ convention, version, onCancel, onDone }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const required = useRequired();
  const adding = useAdding();
  const proposal = proposalOf(version, 'RENEW');
  return (
    <AskDialog<{ startsOn: string; endsOn: string }>
      title={words.code('ConventionAct', 'RENEW')}
      text={t('convention.ask.RENEW')}
      okText={words.code('ConventionAct', 'RENEW')}
      start={{ startsOn: proposal?.startsOn, endsOn: proposal?.endsOn ?? undefined }}
      inputs={{ startsOn: 'startsOn', endsOn: 'endsOn' }}
      onCancel={onCancel}
      onGive={async (term) => {
        const { renewConvention } = await adding((requestKey) =>
          execute(RenewConventionDocument, { id: convention.id, ...term, requestKey }),
        );
        await onDone(pathTo('Convention', renewConvention.id));
      }}
    >
      <div className="form-grid">
        <Form.Item name="startsOn" label={words.label('ConventionVersion', 'startsOn')} rules={[required]}>
          <Input type="date" className="date-input" />
        </Form.Item>
        <Form.Item name="endsOn" label={words.label('ConventionVersion', 'endsOn')} rules={[required]}>
          <Input type="date" className="date-input" />
        </Form.Item>
      </div>
    </AskDialog>
  );
}

interface TypedDeliberation {
  assembly: string;
  on: string;
  number?: string;
}

export function DeliberationDialog({ version, onCancel, onDone }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const today = useToday();
  const required = useRequired();
  const label = (path: string) => words.label('ConventionVersion', path);
  return (
    <AskDialog<TypedDeliberation>
      title={words.code('ConventionAct', 'DELIBERATION')}
      text={t('convention.ask.DELIBERATION')}
      okText={words.code('ConventionAct', 'DELIBERATION')}
      start={{
        assembly: version.deliberationAssembly ?? '',
        on: version.deliberationOn ?? undefined,
        number: version.deliberationNumber ?? '',
      }}
      inputs={{
        assembly: 'assembly',
        on: 'on',
        number: 'number',
        deliberationAssembly: 'assembly',
        deliberationOn: 'on',
        deliberationNumber: 'number',
      }}
      onCancel={onCancel}
      onGive={async ({ assembly, on, number }) => {
        const given = { assembly: assembly.trim(), on, number: tidyText(number) };
        await execute(RecordDeliberationDocument, { id: version.id, revision: version.revision, ...given });
        await onDone();
      }}
    >
      <Form.Item
        name="assembly"
        label={label('deliberationAssembly')}
        extra={t('convention.ask.assemblyExample')}
        rules={[required]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="on" label={label('deliberationOn')} rules={[required]}>
        <Input type="date" max={today} className="date-input" />
      </Form.Item>
      <Form.Item name="number" label={`${label('deliberationNumber')} (${t('convention.dialog.optional')})`}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
    </AskDialog>
  );
}

export function SneDialog({ version, onCancel, onDone }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const today = useToday();
  const required = useRequired();
  return (
    <AskDialog<{ signedOn: string }>
      title={words.code('ConventionAct', 'SNE_CONVENTION')}
      text={t('convention.ask.SNE_CONVENTION')}
      okText={words.code('ConventionAct', 'SNE_CONVENTION')}
      start={{ signedOn: version.sneSignedOn ?? undefined }}
      inputs={{ signedOn: 'signedOn', sneSignedOn: 'signedOn' }}
      onCancel={onCancel}
      onGive={async ({ signedOn }) => {
        await execute(RecordSneConventionDocument, { id: version.id, revision: version.revision, signedOn });
        await onDone();
      }}
    >
      <Form.Item name="signedOn" label={words.label('ConventionVersion', 'sneSignedOn')} rules={[required]}>
        <Input type="date" max={today} className="date-input" />
      </Form.Item>
    </AskDialog>
  );
}

/** The term ended without a successor: what the guichet is from now on. */
export function SettleDialog({ version, onCancel, onDone }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  return (
    <AskDialog<{ guichet: TypedAfter }>
      title={words.code('ConventionAct', 'SETTLE')}
      text={t('convention.ask.SETTLE')}
      okText={t('convention.ask.settleSave')}
      start={{ guichet: { registers: false } }}
      inputs={guichetInputs}
      onCancel={onCancel}
      onGive={async ({ guichet }) => {
        const after = afterOf(guichet, version);
        await execute(SettleConventionDocument, { id: version.id, revision: version.revision, guichet: after });
        await onDone();
      }}
    >
      <GuichetAfterFields version={version} />
    </AskDialog>
  );
}

export const actDialogs: Record<Act, (props: Props) => React.ReactNode> = {
  AMEND: AmendDialog,
  RENEW: RenewDialog,
  DELIBERATION: DeliberationDialog,
  SNE_CONVENTION: SneDialog,
  SETTLE: SettleDialog,
};
