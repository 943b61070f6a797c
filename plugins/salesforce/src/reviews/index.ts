export { StartAccessReviewButton } from './StartAccessReviewButton';
