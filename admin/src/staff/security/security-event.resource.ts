import { SafetyOutlined } from '@ant-design/icons';
import { defineResource } from '../../crud/define';
import { lazily } from '../../shell/lazily';

const EventDetail = lazily(async () => (await import('./EventDetail')).EventDetail);

export const securityEvents = defineResource({
  concept: 'SecurityEvent',
  icon: SafetyOutlined,
  menu: { group: 'administration', position: 3 },
  list: {
    columns: ['occurredAt', 'kind', 'account', 'target', { path: 'detail', render: EventDetail }, 'device', 'network'],
    filters: ['kind', 'account', 'target', 'occurredAt'],
    sort: ['-occurredAt'],
  },
});
