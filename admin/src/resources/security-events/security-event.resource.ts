import { SafetyOutlined } from '@ant-design/icons';
import { defineResource } from '../../resource/define';

export const securityEvents = defineResource({
  concept: 'SecurityEvent',
  icon: SafetyOutlined,
  menu: { group: 'administration', position: 3 },
  list: {
    columns: ['occurredAt', 'kind', 'account', 'target', 'detail', 'device', 'network'],
    filters: ['kind', 'account', 'target', 'occurredAt'],
    sort: ['-occurredAt'],
  },
});
