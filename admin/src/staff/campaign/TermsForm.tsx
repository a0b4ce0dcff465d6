import { Alert, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { basePath } from '../../crud/registry';
import { useVocabulary } from '../../crud/vocabulary';
import { formatDay } from '../../i18n/format';
import type { ApiError } from '../../providers/errors';
import { LinkButton } from '../../shell/LinkButton';
import { useToday } from '../../shell/session-context';
import type { Start } from './NewCampaignPage';
import { proposedTerms, type Terms } from './terms';

interface Props {
  start: Start;
  terms: Terms;
  /** What the API refuses of them, at its field. */
  refusal: ApiError | undefined;
  onChange: (terms: Terms) => void;
}

/** For which plan, on which days, under which référentiel: all filled in beforehand. */
export function TermsForm({ start, terms, refusal, onChange }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const today = useToday();
  const plans = start.plans.nodes;
  const plan = plans.find(({ id }) => id === terms.planId);
  const refused = (field: string) =>
    refusal?.details.field === field ? ({ validateStatus: 'error', help: refusal.message } as const) : {};

  const choosePlan = (planId: string) => {
    const chosen = plans.find(({ id }) => id === planId);
    if (!chosen) return;
    const name = terms.name === defaultName(plan) ? defaultName(chosen) : terms.name;
    onChange({ name, planId, ...proposedTerms(start, planId) });
  };
  const defaultName = (one: typeof plan) => (one ? t('campaign.defaultName', { plan: one.name }) : '');

  return (
    <Form layout="vertical" component={false}>
      <div className="form-grid campaign-terms">
        <Form.Item label={words.label('Campaign', 'plan')} htmlFor="campaign-plan" {...refused('planId')}>
          <Select
            id="campaign-plan"
            value={terms.planId || null}
            onChange={choosePlan}
            options={plans.map(({ id, name }) => ({ value: id, label: name })).reverse()}
          />
        </Form.Item>
        <Form.Item label={words.label('Campaign', 'name')} htmlFor="campaign-name" {...refused('name')}>
          <Input
            id="campaign-name"
            value={terms.name}
            maxLength={200}
            onChange={({ target }) => onChange({ ...terms, name: target.value })}
          />
        </Form.Item>
        <div className="campaign-days">
          <Form.Item
            label={words.label('ConventionVersion', 'startsOn')}
            htmlFor="campaign-starts"
            {...refused('startsOn')}
          >
            <Input
              id="campaign-starts"
              type="date"
              className="date-input"
              value={terms.startsOn}
              onChange={({ target }) => onChange({ ...terms, startsOn: target.value })}
            />
          </Form.Item>
          <Form.Item label={words.label('ConventionVersion', 'endsOn')} htmlFor="campaign-ends" {...refused('endsOn')}>
            <Input
              id="campaign-ends"
              type="date"
              className="date-input"
              value={terms.endsOn}
              onChange={({ target }) => onChange({ ...terms, endsOn: target.value })}
            />
          </Form.Item>
        </div>
        <Form.Item
          label={words.label('Campaign', 'referential')}
          htmlFor="campaign-referential"
          {...refused('referentialId')}
        >
          <Select
            id="campaign-referential"
            value={terms.referentialId || null}
            onChange={(referentialId: string) => onChange({ ...terms, referentialId })}
            options={start.referentials.nodes.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </div>
      {plan && plan.startsOn <= today && (
        <Alert
          className="campaign-plan-note"
          type="info"
          showIcon
          message={t('campaign.noNextPlan', { plan: plan.name, day: formatDay(plan.endsOn) })}
          action={
            <LinkButton andBack to={`${basePath('Plan')}/new`}>
              {t('campaign.addPlan')}
            </LinkButton>
          }
        />
      )}
    </Form>
  );
}
