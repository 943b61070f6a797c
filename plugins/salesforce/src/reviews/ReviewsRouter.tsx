import { Container } from '@backstage/ui';
import { Route, Routes } from 'react-router-dom';
import { ReviewPage } from './ReviewPage';
import { ReviewsPage } from './ReviewsPage';

/** The list of access reviews, and one below it. */
export function ReviewsRouter() {
  return (
    <Container>
      <Routes>
        <Route path="/" element={<ReviewsPage />} />
        <Route path="/:reviewId" element={<ReviewPage />} />
      </Routes>
    </Container>
  );
}
