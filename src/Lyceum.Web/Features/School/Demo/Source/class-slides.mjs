// Slides of the class "Sampling distributions": node class-slides.mjs OUT.html, then print with Chromium.
import { writeFileSync } from 'node:fs';
import { bell, dotsOn, errorCurve, histogram, means, range, threeSizes, triangle } from './pictures.mjs';
import { bar, cover, deck, options, slide } from './slides.mjs';

const plan = [['Recap', 5], ['Samples', 9], ['Distributions', 9], ['Limit theorem', 11], ['Questions', 8]];
const twenty = means(5, 20, 12).map((m) => Math.round(m));

export const slides = [
  cover('Sampling<br>distributions', 'Introduction to Statistics, week 9 &nbsp;·&nbsp; Dr. Amara Okafor', bell()),
  slide('What we do today', '42 minutes, two polls, one formula', `<div class="plan">${plan.map(([name, minutes]) => `<div style="flex:${minutes}">${name} <i>${minutes}</i></div>`).join('')}</div>`
    + bar('Bring: one sentence from last week. Take home: why averages are tame, and how tame.')),
  slide('Last week in one picture', 'Variances of independent things add; standard deviations do not', triangle(3, 4, true, ['walk, σ = 3', 'ride, σ = 4', 'journey, σ = 5'])),
  slide('The population', 'Minutes on the bus to school, everybody who comes by bus', histogram(means(1, 4000, 5), { fill: 'pale', top: 100, marks: range(11, 0, 10) }) + bar('In real life we never see this picture. Tonight we do.', 'μ = 32, σ = 18.4')),
  slide('Ask one passenger', 'Three times, by chance', dotsOn([{ name: 'first', values: [19] }, { name: 'second', values: [57] }, { name: 'third', values: [24] }]) + bar('What would you say about the mean from one of these?')),
  slide('Ask five, and average', 'Two samples of five passengers', dotsOn([{ name: 'first five', values: [41, 15, 28, 33, 18], mean: 27 }, { name: 'next five', values: [22, 60, 35, 12, 46], mean: 35 }], { row: 130 }) + bar('Nobody travelled 27 minutes, and nobody had to. The 60 met a 12.')),
  slide('Poll: a friend asks thirty others', 'Your 30 passengers average 34 minutes. Where will her mean probably be?', options('Exactly 34', 'Within about 3 minutes of 32', 'Anywhere from 8 to 90', 'Closer to 34 than to 32')),
  slide('Twenty people, five passengers each', 'One dot is one person’s mean, not one passenger', dotsOn([{ name: 'means', values: twenty, fill: 'solid' }]) + bar('A whole sample is squeezed into one dot.')),
  slide('Three things not to mix up', 'Copy this table, with your own words in the second column', '<table><tr><th></th><th>one dot is</th><th>centre</th><th>spread</th></tr><tr><td>Population</td><td>one passenger</td><td>μ</td><td>σ</td></tr>'
    + '<tr><td>Sample</td><td>one passenger that you asked</td><td>x̄</td><td>s</td></tr><tr><td>Sampling distribution</td><td>one whole sample, turned into its mean</td><td>μ</td><td>σ / √n</td></tr></table>'),
  slide('2,000 people, five passengers each', 'The sampling distribution of the mean for n = 5', histogram(means(5, 2000, 95), { fill: 'mid' }) + bar('You will only ever own one of these dots.')),
  slide('Where is its centre?', 'At μ, whatever the shape', '<p class="formula">E(x₁ + … + x₅) = 5 · 32 <small>and so</small> E(x̄) = 5 · 32 / 5 = 32</p>' + bar('Expected values add, always. The sample mean is right on average. That does not mean close.')),
  slide('Why the square root?', 'One sentence from last week does all the work', '<p class="formula">Var(sum) = nσ² <small>divide by n</small> Var(x̄) = nσ² / n² = σ² / n</p>' + bar('The spread of the mean shrinks with the square root of n:', 'SE = σ / √n')),
  slide('Four times the people, half the error', 'Standard error in minutes by sample size, σ = 18.4', errorCurve()),
  slide('Poll: a cheaper survey', 'You cut the sample from 120 to 30. What happens to the standard error?', options('It halves', 'It doubles', 'It grows fourfold', 'It stays as it is')),
  slide('Average more, wobble less', 'Minutes on the bus to school, 2,000 samples of each size', threeSizes() + bar('The spread of the mean shrinks with the square root of n:', 'SE = σ / √n')),
  slide('The central limit theorem', 'Whatever the shape that you start with', bar('The mean of n independent draws looks more and more like a bell around μ, with spread σ / √n.') + '<ul><li>To be far out, <b>many</b> values must be far out on the same side.</li><li>There are far more ways to be mixed than to be all alike.</li><li>n = 30 is a habit. Look at your data, then choose.</li></ul>'),
  slide('Thirty people on the same bus', 'One answer has to do with the next', dotsOn([{ name: '30 journeys', values: means(30, 30, 3).map((m) => m + 19), fill: 'mid' }]) + bar('They all sat in the same jam. The formula still prints 3.4 minutes; it does not know about the jam.')),
  slide('Before Sunday', 'And what comes next', '<ol><li>Checkpoint 9, ten questions, two attempts</li><li>One post: where does n = 30 come from?</li><li>The lab: draw your own samples, with slips in a bowl</li></ol>' + bar('Next week we stand on the mean of our sample and look back at μ.')),
];

writeFileSync(process.argv[2], deck('Sampling distributions', slides));
