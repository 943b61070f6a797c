import { useCallback } from 'react';
import { useTranslation } from '../hooks/useTranslation';

/** The translated name of our own sub-pages; the given title of all others. */
export function usePageLabel(): (path: string, fallback: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (path, fallback) => {
      switch (path) {
        case '':
          return t('pages.home');
        case 'assistant':
          return t('pages.assistant');
        case 'requests':
          return t('pages.requests');
        case 'request':
          return t('pages.request');
        case 'approvals':
          return t('pages.approvals');
        case 'directory':
          return t('pages.directory');
        case 'boards':
          return t('pages.boards');
        case 'data':
          return t('pages.data');
        case 'reviews':
          return t('pages.reviews');
        case 'audit':
          return t('pages.audit');
        case 'admin':
          return t('pages.admin');
        case 'admin/orgs':
          return t('pages.orgs');
        case 'admin/policies':
          return t('pages.policies');
        default:
          return fallback;
      }
    },
    [t],
  );
}
