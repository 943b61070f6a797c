export * from './AccessReviewService';
export * from './ReviewClosing';
export * from './ReviewReader';
export * from './ReviewRows';
export * from './ReviewViewer';
