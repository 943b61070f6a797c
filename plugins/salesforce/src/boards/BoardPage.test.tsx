import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPlugin } from '../__testUtils__/renderPlugin';
import { sampleBackend } from '../__testUtils__/sampleBackend';
import {
  sampleBoard,
  withInventorySamples,
} from '../__testUtils__/withInventorySamples';

const many = Array.from({ length: 10_000 }, (_, index) => ({
  id: `005${index}`,
  name: `User ${index}`,
}));

describe('boards', () => {
  it('are listed with how many rows each has', async () => {
    renderPlugin({
      backend: withInventorySamples(sampleBackend(), many.slice(0, 7)),
      at: '/salesforce/boards',
    });
    expect(
      await screen.findByRole('link', { name: 'Sleepers' }),
    ).toHaveAttribute('href', '/salesforce/boards/sleepers');
    expect(await screen.findByText('7')).toBeVisible();
    expect(
      screen.getByText('You have no board of your own yet.'),
    ).toBeVisible();
  });

  it('are narrowed by a bar of a chart, and kept under another name', async () => {
    const backend = withInventorySamples(sampleBackend(), many.slice(0, 3));
    let kept: unknown;
    backend.on('post', '/boards', ({ body }) => {
      kept = body;
      return { ...sampleBoard, id: 'mine', title: body.title, editable: true };
    });
    renderPlugin({ backend, at: '/salesforce/boards/sleepers' });
    const user = userEvent.setup();
    await screen.findByRole('table', { name: 'Sleepers' });
    await user.click(await screen.findByRole('button', { name: /frozen/ }));
    expect(
      await screen.findByRole('button', { name: 'Profile is frozen' }),
    ).toBeVisible();
    expect(screen.getByText('Changed, and not kept.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save as' }));
    const name = await screen.findByRole('textbox', { name: /Name/ });
    await user.clear(name);
    await user.type(name, 'Mine');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(kept).toMatchObject({
        title: 'Mine',
        sharedWith: [],
        definition: {
          filters: [
            { field: 'state', operator: 'is', value: 'active' },
            { field: 'profile.name', operator: 'is', value: 'frozen' },
          ],
        },
      }),
    );
  });

  it('draw a few of ten thousand rows, and ask for all of them at once', async () => {
    // What the browser lays out: how much is in view, and how high a row is.
    const heights = [
      jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600),
      jest
        .spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
        .mockReturnValue(44),
    ];
    renderPlugin({
      backend: withInventorySamples(sampleBackend(), many),
      at: '/salesforce/boards/sleepers',
    });
    const user = userEvent.setup();
    await screen.findByText('10,000 rows');
    await waitFor(() =>
      expect(screen.getAllByRole('row').length).toBeGreaterThan(2),
    );
    expect(screen.getAllByRole('row').length).toBeLessThan(100);
    await user.click(screen.getByRole('checkbox', { name: 'Select User 0' }));
    await user.click(screen.getByRole('button', { name: 'Select all 10,000' }));
    await screen.findByText('10,000 rows selected');
    await user.click(
      screen.getByRole('button', { name: 'Request a change for 10000' }),
    );
    await user.click(
      await screen.findByRole('menuitem', { name: 'Freeze Salesforce users' }),
    );
    expect(await screen.findByText(/^10000 /)).toBeVisible();
    heights.forEach(height => height.mockRestore());
  });
});
