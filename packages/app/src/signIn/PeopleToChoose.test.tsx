import { render, screen } from '@testing-library/react';
import { PeopleToChoose } from './PeopleToChoose';

describe('PeopleToChoose', () => {
  it('names each person with role and sentence, and hands on who was chosen', () => {
    const onChoose = jest.fn();
    render(
      <PeopleToChoose
        people={[
          {
            userEntityRef: 'user:default/erin.walsh',
            name: 'Erin Walsh',
            role: 'Employee',
            description: 'Asks for what she needs.',
          },
        ]}
        onChoose={onChoose}
      />,
    );
    screen
      .getByRole('button', {
        name: 'Erin Walsh, Employee',
      })
      .click();
    expect(onChoose).toHaveBeenCalledWith('user:default/erin.walsh');
  });

  it('says what is missing when nobody is configured', () => {
    render(<PeopleToChoose people={[]} onChoose={() => {}} />);
    expect(
      screen.getByText(/auth\.providers\.demo is not configured/),
    ).toBeInTheDocument();
  });
});
