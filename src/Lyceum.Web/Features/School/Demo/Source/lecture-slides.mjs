// Slides of the recorded lecture, one for each part of lecture.md.
import { writeFileSync } from 'node:fs';
import { bell, drawingOfTimes, flatTriangle, triangle } from './pictures.mjs';
import { bar, cover, deck, slide } from './slides.mjs';

const formula = (words) => `<p class="formula">${words}</p>`;

export const slides = [
  cover('Variances add', 'Introduction to Statistics, lecture 8 &nbsp;·&nbsp; Dr. Amara Okafor', bell()),
  slide('A journey has two legs', 'How long is the whole, and how much does it vary?', '<table><tr><th></th><th>mean</th><th>standard deviation</th></tr><tr><td>Walk</td><td>8 min</td><td>3 min</td></tr><tr><td>Ride</td><td>24 min</td><td>4 min</td></tr><tr><td>Journey</td><td>32 min</td><td>?</td></tr></table>'),
  slide('Is it seven?', 'Only if a slow walk always meets a slow ride', drawingOfTimes() + bar('Some of the variation cancels.')),
  slide('The squares add', 'If the two are independent', formula('3² + 4² = 9 + 16 = 25 <small>and so</small> σ = √25 = 5') + bar('Variances of independent things add; standard deviations do not.')),
  slide('You have seen this before', 'Independent spreads stand at right angles', triangle(3, 4, true, ['walk, σ = 3', 'ride, σ = 4', 'journey, σ = 5'])),
  slide('The longest side decides', 'Where to spend the effort', '<table><tr><th>made regular</th><th>what is left</th><th>journey</th></tr><tr><td>nothing</td><td>3 and 4</td><td>5 min</td></tr><tr><td>the walk</td><td>0 and 4</td><td>4 min</td></tr><tr><td>the ride</td><td>3 and 0</td><td>3 min</td></tr></table>' + bar('10 and 1 make 10.05. Nobody will ever notice the one.')),
  slide('A difference adds too', 'Elif and Jonas, σ = 5 each', formula('25 + 25 = 50 <small>and so</small> σ = √50 ≈ 7') + bar('Turning a thing round does not make it any more certain.')),
  slide('Sixteen journeys', 'σ = 5 each, independent', formula('16 · 25 = 400 <small>total</small> √400 = 20 <small>mean</small> 20 / 16 = 1.25') + bar('The average of n things varies by', 'σ / √n')),
  slide('When the weather is in both', 'Then they do not cancel', flatTriangle() + bar('Is there any weather that both of them depend on?')),
  slide('To take home', 'And to try on problem set 8', '<ul><li><b>Averages</b> add, always.</li><li><b>Variances</b> add, if the things are independent.</li><li><b>Standard deviations</b> do not add.</li></ul>' + bar('A constant factor comes out squared:', 'Var(cX) = c² Var(X)')),
];

writeFileSync(process.argv[2], deck('Variances add', slides));
