<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Compare</name>
    <message>
        <source>No sample has a score of both.</source>
        <translation>둘 다 점수가 있는 샘플이 없습니다.</translation>
    </message>
    <message>
        <source>No difference is seen: the two are right and wrong on the same samples.</source>
        <translation>차이가 보이지 않습니다. 둘은 같은 샘플에서 맞고 틀립니다.</translation>
    </message>
    <message>
        <source>They cannot be told apart: a difference of %1 points (95% interval %2) is within what chance makes of %3 samples.</source>
        <translation>구분할 수 없습니다. %1점 차이(95% 구간 %2)는 샘플 %3개에서 우연으로 나올 수 있는 범위입니다.</translation>
    </message>
    <message>
        <source>%1 is ahead by %2 points (95% interval %3).</source>
        <translation>%1이(가) %2점 앞섭니다(95% 구간 %3).</translation>
    </message>
    <message>
        <source>Samples that only one has</source>
        <translation>한쪽에만 있는 샘플</translation>
    </message>
    <message>
        <source>One of the two was not asked the sample, or not as often; scores elsewhere differ.</source>
        <translation>한쪽은 이 샘플을 묻지 않았거나 덜 물었고, 다른 샘플의 점수와 다릅니다.</translation>
    </message>
    <message>
        <source>Prompt or setting</source>
        <translation>프롬프트 또는 설정</translation>
    </message>
    <message>
        <source>The replies differ, and so do the settings or the length of the prompts in tokens.</source>
        <translation>응답이 다르고, 설정이나 프롬프트의 토큰 수도 다릅니다.</translation>
    </message>
    <message>
        <source>Extraction of the answer</source>
        <translation>답 추출</translation>
    </message>
    <message>
        <source>The same reply, from which another answer was read.</source>
        <translation>같은 응답에서 다른 답을 읽었습니다.</translation>
    </message>
    <message>
        <source>Judge or scorer</source>
        <translation>판정자 또는 채점기</translation>
    </message>
    <message>
        <source>The same answer, which was scored otherwise.</source>
        <translation>같은 답을 다르게 채점했습니다.</translation>
    </message>
    <message>
        <source>Truncated reply</source>
        <translation>잘린 응답</translation>
    </message>
    <message>
        <source>One reply is the beginning of the other, or ends without an answer at the most tokens of its run.</source>
        <translation>한 응답이 다른 응답의 앞부분이거나, 실행의 최대 토큰에서 답 없이 끝났습니다.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>누락</translation>
    </message>
    <message>
        <source>One of the two has a response without a score: a failed call, an empty reply.</source>
        <translation>한쪽 응답에 점수가 없습니다. 실패한 호출이나 빈 응답입니다.</translation>
    </message>
    <message>
        <source>Another reply</source>
        <translation>다른 응답</translation>
    </message>
    <message>
        <source>The replies differ and nothing that was recorded says why: chance, or what no file tells.</source>
        <translation>응답이 다르지만 기록으로는 이유를 알 수 없습니다. 우연이거나 파일에 없는 원인입니다.</translation>
    </message>
    <message>
        <source>%1 against %2 of the %3 samples that both replied to.</source>
        <translation>둘 다 응답한 샘플 %3개 중 %1 대 %2입니다.</translation>
    </message>
    <message>
        <source>%1 answers without looking as often as %2:</source>
        <translation>%1은(는) %2만큼 자주 이미지를 보지 않고 답합니다.</translation>
    </message>
    <message>
        <source>%1 answers without looking; %2 always declines:</source>
        <translation>%1은(는) 이미지를 보지 않고 답하고, %2은(는) 항상 거절합니다.</translation>
    </message>
    <message>
        <source>%1 never answers without looking; %2 does:</source>
        <translation>%1은(는) 이미지를 보지 않고 답하는 일이 없고, %2은(는) 답합니다.</translation>
    </message>
    <message>
        <source>%1 answers without looking %2 less often than %3 (95% interval %4 to %5):</source>
        <translation>%1은(는) %3보다 이미지를 보지 않고 답하는 일이 %2 적습니다(95% 구간 %4~%5).</translation>
    </message>
    <message>
        <source>%1 answers without looking %2 more often than %3 (95% interval %4 to %5):</source>
        <translation>%1은(는) %3보다 이미지를 보지 않고 답하는 일이 %2 많습니다(95% 구간 %4~%5).</translation>
    </message>
    <message>
        <source>No model has answered.</source>
        <translation>응답한 모델이 없습니다.</translation>
    </message>
    <message>
        <source>One model: there is nothing to tell it from.</source>
        <translation>모델이 하나뿐이라 비교할 대상이 없습니다.</translation>
    </message>
    <message>
        <source>There is no sample that all of the models answered.</source>
        <translation>모든 모델이 답한 샘플이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is ahead of all others.</source>
        <translation>%1이(가) 다른 모든 모델보다 앞섭니다.</translation>
    </message>
    <message>
        <source>%1 leads, and cannot be told from %2.</source>
        <translation>%1이(가) 선두이며 %2와(과) 구분되지 않습니다.</translation>
    </message>
    <message>
        <source>%1 leads, and cannot be told from %2 and %3 more.</source>
        <translation>%1이(가) 선두이며 %2 외 %3개 모델과 구분되지 않습니다.</translation>
    </message>
    <message>
        <source>Over these %1 samples two models usually have to differ by %2 points to be told apart; the sign of a difference of %3 points is right four times in five.</source>
        <translation>이 샘플 %1개로 두 모델을 구분하려면 보통 %2점 차이가 나야 합니다. %3점 차이의 부호는 다섯 번 중 네 번 맞습니다.</translation>
    </message>
    <message>
        <source>no kept sample has a response of a model that did not see the image</source>
        <translation>유지된 샘플 중 이미지를 보지 않은 모델의 응답이 있는 것이 없습니다</translation>
    </message>
    <message>
        <source>%1 of the %2 kept samples that were answered without the image</source>
        <translation>이미지 없이 답한 유지 샘플 %2개 중 %1개</translation>
    </message>
    <message>
        <source>there are no two models that answered enough of the same kept samples</source>
        <translation>유지된 같은 샘플에 충분히 답한 모델이 둘 이상 없습니다</translation>
    </message>
    <message>
        <source>there are too few samples in common for an interval</source>
        <translation>구간을 내기에는 공통 샘플이 너무 적습니다</translation>
    </message>
    <message>
        <source>%1 models over the %2 kept samples that all of them answered</source>
        <translation>모두가 답한 유지 샘플 %2개에 대한 모델 %1개</translation>
    </message>
    <message>
        <source>the policy keeps no sample</source>
        <translation>정책이 유지하는 샘플이 없습니다</translation>
    </message>
    <message>
        <source>no audit has run: nothing could be flagged</source>
        <translation>실행된 감사가 없어 플래그가 있을 수 없습니다</translation>
    </message>
    <message>
        <source>%1 of %2 kept samples</source>
        <translation>유지된 샘플 %2개 중 %1개</translation>
    </message>
</context>
<context>
    <name>Detector</name>
    <message>
        <source>responses with the image of at least %1 models</source>
        <translation>모델 %1개 이상의 이미지 있는 응답</translation>
    </message>
    <message>
        <source>responses with the image</source>
        <translation>이미지 있는 응답</translation>
    </message>
    <message>
        <source>blind responses of at least %1 models</source>
        <translation>모델 %1개 이상의 블라인드 응답</translation>
    </message>
    <message>
        <source>blind responses</source>
        <translation>블라인드 응답</translation>
    </message>
    <message>
        <source>circular responses (options rotated) of at least %1 models</source>
        <translation>모델 %1개 이상의 순환 응답(보기를 돌림)</translation>
    </message>
    <message>
        <source>circular responses (options rotated)</source>
        <translation>순환 응답(보기를 돌림)</translation>
    </message>
    <message>
        <source>open-ended responses (options removed) of at least %1 models</source>
        <translation>모델 %1개 이상의 주관식 응답(보기를 뺌)</translation>
    </message>
    <message>
        <source>open-ended responses (options removed)</source>
        <translation>주관식 응답(보기를 뺌)</translation>
    </message>
    <message>
        <source>choices-only responses of at least %1 models</source>
        <translation>모델 %1개 이상의 보기만 응답</translation>
    </message>
    <message>
        <source>choices-only responses</source>
        <translation>보기만 응답</translation>
    </message>
    <message>
        <source>needs %1; there are none</source>
        <translation>%1 필요, 없음</translation>
    </message>
    <message>
        <source>needs %1; there is 1 model</source>
        <translation>%1 필요, 모델 1개뿐</translation>
    </message>
    <message>
        <source>needs %1; there are %2</source>
        <translation>%1 필요, %2개뿐</translation>
    </message>
    <message>
        <source>needs %1; there is one</source>
        <translation>%1 필요, 하나뿐</translation>
    </message>
    <message>
        <source>option probabilities of at least %1 models</source>
        <translation>모델 %1개 이상의 보기 확률</translation>
    </message>
    <message>
        <source>option probabilities</source>
        <translation>보기 확률</translation>
    </message>
    <message>
        <source>multiple-choice samples</source>
        <translation>객관식 샘플</translation>
    </message>
    <message>
        <source>gold answers</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>question or option texts</source>
        <translation>질문 또는 보기 글</translation>
    </message>
    <message>
        <source>images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>at least two splits or datasets</source>
        <translation>분할 또는 데이터셋 둘 이상</translation>
    </message>
    <message>
        <source>decisions of people, or imported verdicts of judges</source>
        <translation>사람의 결정 또는 가져온 판정자의 판정</translation>
    </message>
    <message>
        <source>Exact binomial</source>
        <translation>정확 이항</translation>
    </message>
    <message>
        <source>Blind hits against chance, false-discovery rate 5% over each dataset. The default.</source>
        <translation>블라인드 적중을 우연과 비교하고, 데이터셋마다 거짓 발견율을 5%로 묶습니다. 기본값입니다.</translation>
    </message>
    <message>
        <source>DatBench (27 models)</source>
        <translation>DatBench (모델 27개)</translation>
    </message>
    <message>
        <source>The paper&apos;s blind cut-off of each dataset, made for 27 models; unanimous failure of all models. Discards about half of all good four-option samples by chance alone.</source>
        <translation>논문이 모델 27개에 맞춰 데이터셋마다 정한 블라인드 기준과 전 모델 실패. 우연만으로도 멀쩡한 4지선다의 절반쯤을 버립니다.</translation>
    </message>
    <message>
        <source>MMStar (3 of 8)</source>
        <translation>MMStar (8개 중 3개)</translation>
    </message>
    <message>
        <source>Drop what at least 3 of 8 models answer without the image.</source>
        <translation>모델 8개 중 3개 이상이 이미지 없이 맞히면 버립니다.</translation>
    </message>
    <message>
        <source>MMMU-Pro (3 of 4, more than 5 of 10)</source>
        <translation>MMMU-Pro (4개 중 3개, 10번 중 5번 초과)</translation>
    </message>
    <message>
        <source>Drop what at least 3 of 4 models answer in more than half of ten attempts.</source>
        <translation>모델 4개 중 3개 이상이 열 번 중 절반 넘게 맞히면 버립니다.</translation>
    </message>
    <message>
        <source>%1 of %2 is right without the image; chance predicts %3</source>
        <translation>이미지 없이 %2 중 %1개가 맞힘, 우연이라면 %3개</translation>
    </message>
    <message>
        <source>%1 of %2 are right without the image; chance predicts %3</source>
        <translation>이미지 없이 %2 중 %1개가 맞힘, 우연이라면 %3개</translation>
    </message>
    <message>
        <source>%1 of %2 answers %3 without the image; chance predicts %4</source>
        <translation>이미지 없이 %2 중 %1개가 정답 %3 선택, 우연이라면 %4개</translation>
    </message>
    <message>
        <source>%1 of %2 answer %3 without the image; chance predicts %4</source>
        <translation>이미지 없이 %2 중 %1개가 정답 %3 선택, 우연이라면 %4개</translation>
    </message>
    <message>
        <source>Seeing the image adds %1 points on average over %2</source>
        <translation>이미지를 보면 %2 평균 %1%p 올라갑니다</translation>
    </message>
    <message>
        <source>; no gain can be shown for %1</source>
        <translation>, 다음은 이득을 보일 수 없음: %1</translation>
    </message>
    <message>
        <source>Blindly solvable</source>
        <translation>이미지 없이 풀림</translation>
    </message>
    <message>
        <source>Finds samples that more models answer without the image than guessing explains. Chance is that of the same scorer (1 in k options, k to the power of the rotations, shared words for open answers), models that answer alike count as fewer, and the false-discovery rate is held over the dataset.</source>
        <translation>추측으로 설명되는 것보다 많은 모델이 이미지 없이 맞히는 샘플을 찾습니다. 우연은 같은 채점 방식의 우연입니다(보기 k개면 1/k, 순환이면 그 거듭제곱, 주관식이면 겹치는 낱말). 비슷하게 답하는 모델은 더 적게 세고, 거짓 발견율을 데이터셋 전체에서 묶습니다.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>exact: hits against chance with a false-discovery rate; hits: a fixed number of models; datbench: the paper&apos;s number for each dataset</source>
        <translation>정확 이항: 적중을 우연과 비교하고 거짓 발견율을 묶음. 모델 수: 정해진 모델 수. DatBench의 수: 논문이 데이터셋마다 정한 수</translation>
    </message>
    <message>
        <source>False-discovery rate</source>
        <translation>거짓 발견율</translation>
    </message>
    <message>
        <source>share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Share of flags that may be pure luck (rule exact)</source>
        <translation>순전히 운일 수 있는 플래그의 비율(정확 이항 규칙)</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>적중</translation>
    </message>
    <message>
        <source>models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>연산자</translation>
    </message>
    <message>
        <source>How hits are compared in the count rules; paper: at least 1 where the number is 1, otherwise more than it</source>
        <translation>수를 세는 규칙에서 적중을 비교하는 방법. 논문: 수가 1이면 1 이상, 아니면 초과</translation>
    </message>
    <message>
        <source>Attempts right</source>
        <translation>맞힌 시도</translation>
    </message>
    <message>
        <source>A model hits when more than this share of its attempts is right</source>
        <translation>시도 중 이 비율보다 많이 맞히면 적중으로 봅니다</translation>
    </message>
    <message>
        <source>Fewest models</source>
        <translation>최소 모델 수</translation>
    </message>
    <message>
        <source>Samples with blind responses of fewer models are not judged</source>
        <translation>블라인드 응답이 있는 모델이 이보다 적은 샘플은 판단하지 않습니다</translation>
    </message>
    <message>
        <source>Discount models that answer alike</source>
        <translation>비슷하게 답하는 모델 덜 세기</translation>
    </message>
    <message>
        <source>Models that share wrong answers count as fewer witnesses</source>
        <translation>같은 오답을 내는 모델은 더 적은 증인으로 셉니다</translation>
    </message>
    <message>
        <source>Discount answer habits</source>
        <translation>답하는 버릇 덜 세기</translation>
    </message>
    <message>
        <source>A model that often gives a letter or a word gets less credit for hitting with it</source>
        <translation>어떤 기호나 낱말을 자주 내는 모델이 그것으로 맞히면 덜 쳐줍니다</translation>
    </message>
    <message>
        <source>Lucky guess, open answers</source>
        <translation>주관식의 운 좋은 추측</translation>
    </message>
    <message>
        <source>Lowest chance of hitting an open answer without knowing</source>
        <translation>모르고도 주관식 답을 맞힐 최소 확률</translation>
    </message>
    <message>
        <source>Comparing blind answers with chance</source>
        <translation>블라인드 답을 우연과 비교하는 중</translation>
    </message>
    <message>
        <source>q-value (chance of guessing, corrected for many samples)</source>
        <translation>q값(추측일 확률, 샘플 수를 보정)</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>추측</translation>
    </message>
    <message>
        <source>models right without the image</source>
        <translation>이미지 없이 맞힌 모델</translation>
    </message>
    <message>
        <source>models right without the image, over the number that flags</source>
        <translation>이미지 없이 맞힌 모델 / 플래그가 되는 수</translation>
    </message>
    <message>
        <source>No sample has both a gold answer and enough blind responses.</source>
        <translation>정답과 충분한 블라인드 응답이 모두 있는 샘플이 없습니다.</translation>
    </message>
    <message>
        <source>The paper has no cut-off for %1 or its capabilities; use another rule.</source>
        <translation>논문에 %1 또는 그 능력의 기준이 없습니다. 다른 규칙을 쓰세요.</translation>
    </message>
    <message>
        <source>Confident learning</source>
        <translation>확신 학습</translation>
    </message>
    <message>
        <source>Where the answers are a fixed set (yes and no, counts, colours), estimates how often each gold answer should be each other answer and flags the samples that make up the difference. Uses option probabilities, or the models&apos; votes.</source>
        <translation>답이 정해진 집합일 때(예/아니요, 개수, 색) 각 정답이 다른 답이어야 할 비율을 추정하고 그 차이에 해당하는 샘플에 플래그를 답니다. 보기 확률 또는 모델의 표를 씁니다.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>How the samples are picked; named as in cleanlab</source>
        <translation>샘플을 고르는 방법(cleanlab의 이름)</translation>
    </message>
    <message>
        <source>Where there are only votes, samples with votes of fewer models are not judged; option probabilities of one model are enough</source>
        <translation>표만 있을 때 표를 낸 모델이 이보다 적은 샘플은 판단하지 않습니다. 보기 확률은 모델 하나면 됩니다</translation>
    </message>
    <message>
        <source>The answers are no fixed set (at most %1 different ones, each used often); confident learning says nothing here.</source>
        <translation>답이 정해진 집합(자주 쓰이는 서로 다른 답 %1개 이하)이 아니어서 확신 학습으로는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Collecting probabilities</source>
        <translation>확률을 모으는 중</translation>
    </message>
    <message>
        <source>Models agree on another answer</source>
        <translation>모델들이 다른 답에 동의</translation>
    </message>
    <message>
        <source>Finds samples where most models give the same answer and it is not the gold one. A model that is reliable on this kind of question weighs more.</source>
        <translation>모델 대부분이 같은 답을 냈는데 정답이 아닌 샘플을 찾습니다. 이런 질문에서 믿을 만한 모델에 더 무게를 둡니다.</translation>
    </message>
    <message>
        <source>Samples with readable answers of fewer models are not judged</source>
        <translation>답을 읽을 수 있는 모델이 이보다 적은 샘플은 판단하지 않습니다</translation>
    </message>
    <message>
        <source>Fewest families</source>
        <translation>최소 계열 수</translation>
    </message>
    <message>
        <source>families</source>
        <translation>계열</translation>
    </message>
    <message>
        <source>Models of one family err together; judge only with this many families</source>
        <translation>한 계열의 모델은 함께 틀리므로 계열이 이만큼 있을 때만 판단합니다</translation>
    </message>
    <message>
        <source>Agree on another answer, at least</source>
        <translation>다른 답에 동의, 최소</translation>
    </message>
    <message>
        <source>Agree with the gold answer, at most</source>
        <translation>정답에 동의, 최대</translation>
    </message>
    <message>
        <source>Samples where more of the weighted vote goes to the gold answer are left alone</source>
        <translation>가중 표가 이보다 많이 정답에 간 샘플은 그대로 둡니다</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>확률</translation>
    </message>
    <message>
        <source>A hard sample with a tempting distractor draws a majority too; this asks what able models say</source>
        <translation>어렵고 그럴듯한 오답이 있는 샘플도 다수가 틀립니다. 뛰어난 모델이 뭐라고 하는지 묻습니다</translation>
    </message>
    <message>
        <source>Weighing the models&apos; votes</source>
        <translation>모델의 표에 무게를 두는 중</translation>
    </message>
    <message>
        <source>Comparing the models&apos; answer with the gold answer</source>
        <translation>모델의 답을 정답과 비교하는 중</translation>
    </message>
    <message>
        <source>%1 of %2 answer %3; none gives the gold answer %4</source>
        <translation>%2 중 %1개가 %3 선택, 정답 %4는 없음</translation>
    </message>
    <message>
        <source>%1 of %2 answer %3; 1 gives the gold answer %4</source>
        <translation>%2 중 %1개가 %3 선택, 정답 %4는 1개</translation>
    </message>
    <message>
        <source>%1 of %2 answer %3; %5 give the gold answer %4</source>
        <translation>%2 중 %1개가 %3 선택, 정답 %4는 %5개</translation>
    </message>
    <message>
        <source>Samples with scored responses of fewer models are not judged</source>
        <translation>채점된 응답이 있는 모델이 이보다 적은 샘플은 판단하지 않습니다</translation>
    </message>
    <message>
        <source>Every model is right</source>
        <translation>모든 모델이 맞힘</translation>
    </message>
    <message>
        <source>Finds samples that all models solve at the first attempt: they cost time and tell no model from another.</source>
        <translation>모든 모델이 첫 시도에 맞히는 샘플을 찾습니다. 시간만 들고 모델을 가려내지 못합니다.</translation>
    </message>
    <message>
        <source>Models right, at least</source>
        <translation>맞힌 모델, 최소</translation>
    </message>
    <message>
        <source>Flag when at least this share of the models is right</source>
        <translation>모델 중 이 비율 이상이 맞히면 플래그를 답니다</translation>
    </message>
    <message>
        <source>share of models that are right</source>
        <translation>맞힌 모델의 비율</translation>
    </message>
    <message>
        <source>Looking for samples everyone solves</source>
        <translation>모두가 맞히는 샘플을 찾는 중</translation>
    </message>
    <message>
        <source>All %1 models are right</source>
        <translation>모델 %1개가 모두 맞힘</translation>
    </message>
    <message>
        <source>%1 of %2 models are right</source>
        <translation>모델 %2개 중 %1개가 맞힘</translation>
    </message>
    <message>
        <source>Weak models do better</source>
        <translation>약한 모델이 더 잘 맞힘</translation>
    </message>
    <message>
        <source>Share of flags that may be pure luck</source>
        <translation>순전히 운일 수 있는 플래그의 비율</translation>
    </message>
    <message>
        <source>Correlating samples with model strength</source>
        <translation>샘플과 모델의 강함의 상관을 구하는 중</translation>
    </message>
    <message>
        <source>The weaker a model, the likelier it is right: r = %1 over %2 models (beyond ±%3 is significant)</source>
        <translation>약한 모델일수록 맞힘: 모델 %2개에서 r = %1 (±%3을 넘으면 유의)</translation>
    </message>
    <message>
        <source>Mean discrimination is %1 over %2; with %3 models %4 of the samples tell them apart beyond chance (r at least %5)</source>
        <translation>%2의 평균 변별도는 %1, 모델 %3개로 샘플의 %4가 우연을 넘어 모델을 가려냅니다(r %5 이상)</translation>
    </message>
    <message>
        <source>; under 15 models the correlations are mostly noise</source>
        <translation>, 모델이 15개보다 적으면 상관은 대부분 잡음입니다</translation>
    </message>
    <message>
        <source>Nobody solves it, gold verified</source>
        <translation>정답은 확인, 아무도 못 풂</translation>
    </message>
    <message>
        <source>Finds samples that no model solves and whose gold answer is verified: by a person (who overrode a label flag or kept the sample), or by an imported judge that found the sample sound and whom nobody contradicts. They are worth keeping for stronger models.</source>
        <translation>어떤 모델도 못 풀지만 정답이 확인된 샘플을 찾습니다. 사람이 확인했거나(라벨 플래그를 기각하거나 샘플을 유지), 가져온 판정자가 샘플이 온전하다고 보았고 아무도 반대하지 않은 경우입니다. 더 강한 모델을 위해 남길 가치가 있습니다.</translation>
    </message>
    <message>
        <source>None of %1 models is right, and a person found the gold answer %2 right</source>
        <translation>모델 %1개 중 맞힌 모델이 없고, 사람이 정답 %2가 맞다고 확인</translation>
    </message>
    <message>
        <source>None of %1 models is right, and the gold answer %2 is right by the judge %3</source>
        <translation>모델 %1개 중 맞힌 모델이 없고, 판정자 %3가 정답 %2가 맞다고 판정</translation>
    </message>
    <message>
        <source>%1 that no model solves: a person has to find the gold answer right first (override its label flag, or keep the sample), or a judge&apos;s verdicts be imported.</source>
        <translation>아무도 못 푸는 %1: 먼저 사람이 정답이 맞다고 확인하거나(라벨 플래그를 기각하거나 샘플을 유지) 판정자의 판정을 가져와야 합니다.</translation>
    </message>
    <message>
        <source>No two samples share an image</source>
        <translation>이미지를 함께 쓰는 샘플이 없습니다</translation>
    </message>
    <message>
        <source>%1 is asked about in %2</source>
        <translation>%1를 %2에서 묻습니다</translation>
    </message>
    <message>
        <source>%1 are asked about in %2</source>
        <translation>%1를 %2에서 묻습니다</translation>
    </message>
    <message>
        <source>Exact duplicate</source>
        <translation>완전 중복</translation>
    </message>
    <message>
        <source>Finds samples with the same image bytes and the same question and options as an earlier one; without images, the same question and options. All members are flagged; the first scores lower, so that a policy can keep one of each.</source>
        <translation>앞선 샘플과 이미지 바이트, 질문, 보기가 같은 샘플을 찾습니다. 이미지가 없으면 질문과 보기만 봅니다. 모두에 플래그를 달되 첫 샘플은 점수를 낮춰 정책이 하나씩 남길 수 있게 합니다.</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>같은 것</translation>
    </message>
    <message>
        <source>image: flag every further sample about an image, whatever is asked</source>
        <translation>이미지: 무엇을 묻든 같은 이미지의 나머지 샘플에 플래그</translation>
    </message>
    <message>
        <source>Comparing samples</source>
        <translation>샘플을 비교하는 중</translation>
    </message>
    <message>
        <source>Same image as %1</source>
        <translation>%1과(와) 이미지가 같음</translation>
    </message>
    <message>
        <source>Same image and question as %1</source>
        <translation>%1과(와) 이미지와 질문이 같음</translation>
    </message>
    <message>
        <source>Same question as %1</source>
        <translation>%1과(와) 질문이 같음</translation>
    </message>
    <message>
        <source> (%1 samples in all)</source>
        <translation> (모두 샘플 %1개)</translation>
    </message>
    <message>
        <source>; the first of them</source>
        <translation>, 그중 첫 번째</translation>
    </message>
    <message>
        <source>; gold answers differ</source>
        <translation>, 정답이 다름</translation>
    </message>
    <message>
        <source>; gold answers differ, and no image is there to compare</source>
        <translation>, 정답이 다르고 비교할 이미지가 없음</translation>
    </message>
    <message>
        <source>%1 could not be compared (missing, unreadable or not yet measured).</source>
        <translation>%1는 비교하지 못했습니다(없거나 읽을 수 없거나 아직 재지 않음).</translation>
    </message>
    <message>
        <source>Hash distance, at most</source>
        <translation>해시 거리, 최대</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>비트</translation>
    </message>
    <message>
        <source>Pictures whose 64-bit hashes differ in more bits are not compared</source>
        <translation>64비트 해시가 이보다 많은 비트에서 다른 그림은 비교하지 않습니다</translation>
    </message>
    <message>
        <source>Mirrored and turned</source>
        <translation>뒤집히고 돌아간 것</translation>
    </message>
    <message>
        <source>Also find pictures that were mirrored or turned</source>
        <translation>뒤집히거나 돌아간 그림도 찾습니다</translation>
    </message>
    <message>
        <source>Similarity of questions, at least</source>
        <translation>질문의 유사도, 최소</translation>
    </message>
    <message>
        <source>Of the 4-letter pieces that two questions with a misspelt word must have in common</source>
        <translation>오타가 있는 두 질문이 공유해야 하는 네 글자 조각의 비율</translation>
    </message>
    <message>
        <source>Near duplicate</source>
        <translation>유사 중복</translation>
    </message>
    <message>
        <source>Finds samples that ask the same about the same picture stored again: recompressed, resized, brightened, in another format, or with the question dressed in other words. Figures of one template look alike to a hash; a look at both tells them apart.</source>
        <translation>다시 저장된 같은 그림에 같은 것을 묻는 샘플을 찾습니다. 재압축, 크기 변경, 밝기 변경, 다른 형식, 말만 바꾼 질문을 포함합니다. 한 틀에서 나온 도형은 해시로는 비슷하지만 두 그림을 직접 견주어 구별합니다.</translation>
    </message>
    <message>
        <source>image: flag every further sample about a picture, whatever is asked</source>
        <translation>이미지: 무엇을 묻든 같은 그림의 나머지 샘플에 플래그</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <translation>%2: %1</translation>
    </message>
    <message>
        <source>Same image</source>
        <translation>같은 이미지</translation>
    </message>
    <message>
        <source>Copy of the same picture</source>
        <translation>같은 그림의 사본</translation>
    </message>
    <message>
        <source>Duplicate across splits</source>
        <translation>분할 간 중복</translation>
    </message>
    <message>
        <source>Finds samples that repeat one of another split or another dataset of the project, exactly or nearly. What is tested there may have been trained on here.</source>
        <translation>프로젝트의 다른 분할이나 데이터셋의 샘플과 똑같거나 거의 같은 샘플을 찾습니다. 거기서 시험하는 것을 여기서 학습했을 수 있습니다.</translation>
    </message>
    <message>
        <source>; this one is in %1</source>
        <translation>, 이 샘플은 %1에 있음</translation>
    </message>
    <message>
        <source>%1 is right in %2 of %3 (chance %4)</source>
        <translation>%1: %3 중 %2에서 맞음(우연 %4)</translation>
    </message>
    <message>
        <source>No rule of thumb picks the gold option beyond chance</source>
        <translation>우연을 넘어 정답 보기를 고르는 어림 규칙이 없습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (gold in %2 of %3)</source>
        <translation>&quot;%1&quot;(%3번 중 %2번 정답)</translation>
    </message>
    <message>
        <source>No word marks gold options beyond chance</source>
        <translation>우연을 넘어 정답 보기를 드러내는 낱말이 없습니다</translation>
    </message>
    <message>
        <source>Words that mark gold options: %1</source>
        <translation>정답 보기를 드러내는 낱말: %1</translation>
    </message>
    <message>
        <source>Guessable from the options</source>
        <translation>보기만으로 추측 가능</translation>
    </message>
    <message>
        <source>Trains a small model that sees only the options and flags samples whose gold option it finds out of fold, where it beats chance over the dataset. Uses choices-only responses of models too, where there are any. Reports rules of thumb and words that mark gold options.</source>
        <translation>보기만 보는 작은 모델을 학습시켜, 데이터셋 전체에서 우연을 이길 때 학습에 쓰지 않은 샘플의 정답 보기를 찾아내면 플래그를 답니다. 모델의 보기만 응답이 있으면 함께 씁니다. 정답 보기를 드러내는 어림 규칙과 낱말도 알려 줍니다.</translation>
    </message>
    <message>
        <source>Lift, at least</source>
        <translation>향상, 최소</translation>
    </message>
    <message>
        <source>0.5: the odds of the gold option are three times their due (1 in 2 for four options)</source>
        <translation>0.5: 정답 보기의 승산이 제 몫의 세 배(보기 4개면 둘 중 하나)</translation>
    </message>
    <message>
        <source>For choices-only responses: share of flags that may be pure luck</source>
        <translation>보기만 응답에서 순전히 운일 수 있는 플래그의 비율</translation>
    </message>
    <message>
        <source>Learn words too</source>
        <translation>낱말도 학습</translation>
    </message>
    <message>
        <source>Finds more where single words mark the gold option; overlaps with what the question alone tells</source>
        <translation>낱말 하나가 정답 보기를 드러내는 곳에서 더 찾습니다. 질문만으로 아는 것과 겹칩니다</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>겹</translation>
    </message>
    <message>
        <source>Parts of the cross-validation</source>
        <translation>교차 검증의 부분 수</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Of the folds and of the training order</source>
        <translation>겹과 학습 순서의 시드</translation>
    </message>
    <message>
        <source>No multiple-choice sample has a gold option among several.</source>
        <translation>여러 보기 중 정답 보기가 있는 객관식 샘플이 없습니다.</translation>
    </message>
    <message>
        <source>how far the odds of the gold option are above their due (0.5 = threefold)</source>
        <translation>정답 보기의 승산이 제 몫을 넘는 정도(0.5 = 세 배)</translation>
    </message>
    <message>
        <source>Training a model on the options alone</source>
        <translation>보기만으로 모델을 학습하는 중</translation>
    </message>
    <message>
        <source>A model that sees only the options is right in %1 of %2; chance is %3 (p = %4)</source>
        <translation>보기만 보는 모델이 %2 중 %1를 맞힘, 우연은 %3 (p = %4)</translation>
    </message>
    <message>
        <source>. It is %1</source>
        <translation>. 해당: %1</translation>
    </message>
    <message>
        <source>The image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>%1 is not an image that can be read</source>
        <translation>%1: 읽을 수 있는 이미지가 아님</translation>
    </message>
    <message>
        <source>%1 was not read: %2</source>
        <translation>%1: 읽지 않음: %2</translation>
    </message>
    <message>
        <source>%1 was refused: %2</source>
        <translation>%1: 거부됨: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1: 읽을 수 없음: %2</translation>
    </message>
    <message>
        <source>%1 is cut off: its bytes end before the picture does</source>
        <translation>%1: 잘림(그림이 끝나기 전에 바이트가 끝남)</translation>
    </message>
    <message>
        <source>%1 has several frames; models are shown the first</source>
        <translation>%1: 프레임이 여럿이고 모델은 첫 프레임만 봄</translation>
    </message>
    <message>
        <source>%1 is a %2 file: readers that go by the name fail</source>
        <translation>%1: 실제로는 %2 파일이라 이름을 보고 읽으면 실패함</translation>
    </message>
    <message>
        <source>Damaged image file</source>
        <translation>손상된 이미지 파일</translation>
    </message>
    <message>
        <source>Finds image files that are damaged, cut off, animated or named as another format than they are, and reports those that are turned by EXIF or in CMYK colours.</source>
        <translation>손상되었거나 잘렸거나 움직이거나 이름과 형식이 다른 이미지 파일을 찾고, EXIF로 돌아갔거나 CMYK 색인 파일을 알려 줍니다.</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Flag names whose extension is of another format</source>
        <translation>확장자가 다른 형식인 이름에 플래그를 답니다</translation>
    </message>
    <message>
        <source>Looking at image files</source>
        <translation>이미지 파일을 살피는 중</translation>
    </message>
    <message>
        <source>%1 with images turned by EXIF; readers that ignore it see them on their side: %2</source>
        <translation>EXIF로 돌아간 이미지가 있는 %1(무시하고 읽으면 누워 보임): %2</translation>
    </message>
    <message>
        <source>%1 with images in CMYK colours, which some readers show inverted: %2</source>
        <translation>CMYK 색 이미지가 있는 %1(판독기에 따라 반전되어 보임): %2</translation>
    </message>
    <message>
        <source>Image without detail</source>
        <translation>세부가 없는 이미지</translation>
    </message>
    <message>
        <source>Finds images that show less than their size promises: a single tone all over, or a tiny picture enlarged.</source>
        <translation>크기에 비해 보이는 것이 적은 이미지를 찾습니다. 전체가 한 색이거나 작은 그림을 키운 것입니다.</translation>
    </message>
    <message>
        <source>Detail, at most</source>
        <translation>세부, 최대</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>픽셀</translation>
    </message>
    <message>
        <source>Longer side of the smallest picture that would show as much</source>
        <translation>같은 만큼 보여 줄 가장 작은 그림의 긴 변</translation>
    </message>
    <message>
        <source>detail, pixels a side</source>
        <translation>세부(한 변의 픽셀)</translation>
    </message>
    <message>
        <source>Looking for images without detail</source>
        <translation>세부가 없는 이미지를 찾는 중</translation>
    </message>
    <message>
        <source>The image is a single tone all over</source>
        <translation>이미지 전체가 한 색</translation>
    </message>
    <message>
        <source>The %1 x %2 image shows no more than one of about %3 px a side would</source>
        <translation>%1 x %2 이미지가 한 변 약 %3 px짜리만큼만 보여 줌</translation>
    </message>
    <message>
        <source>Text too small to read</source>
        <translation>너무 작아 읽을 수 없는 글자</translation>
    </message>
    <message>
        <source>Finds images whose text is too small to be read after a model scaled them to its input size.</source>
        <translation>모델이 입력 크기로 줄이면 글자가 너무 작아 읽을 수 없는 이미지를 찾습니다.</translation>
    </message>
    <message>
        <source>Model input</source>
        <translation>모델 입력</translation>
    </message>
    <message>
        <source>Longer side to which models scale a larger image</source>
        <translation>모델이 더 큰 이미지를 줄이는 긴 변</translation>
    </message>
    <message>
        <source>Smallest readable text</source>
        <translation>읽을 수 있는 가장 작은 글자</translation>
    </message>
    <message>
        <source>Letters lower than this after scaling cannot be read</source>
        <translation>줄인 뒤 이보다 낮은 글자는 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>height of the smallest text at the model&apos;s input, pixels</source>
        <translation>모델 입력에서 가장 작은 글자의 높이(픽셀)</translation>
    </message>
    <message>
        <source>Looking for small text</source>
        <translation>작은 글자를 찾는 중</translation>
    </message>
    <message>
        <source>Text of %1 px shrinks to %2 px when the %3 x %4 image is scaled to %5 px</source>
        <translation>%3 x %4 이미지를 %5 px로 줄이면 %1 px 글자가 %2 px가 됨</translation>
    </message>
    <message>
        <source>Dark image</source>
        <translation>어두운 이미지</translation>
    </message>
    <message>
        <source>Finds images with hardly any bright spot.</source>
        <translation>밝은 곳이 거의 없는 이미지를 찾습니다.</translation>
    </message>
    <message>
        <source>brightness of the brightest percent</source>
        <translation>가장 밝은 1%의 밝기</translation>
    </message>
    <message>
        <source>Light image</source>
        <translation>밝은 이미지</translation>
    </message>
    <message>
        <source>Finds overexposed images. White pages with ink on them are not meant.</source>
        <translation>너무 밝게 찍힌 이미지를 찾습니다. 글이 있는 흰 종이는 아닙니다.</translation>
    </message>
    <message>
        <source>darkness of the darkest 5 percent</source>
        <translation>가장 어두운 5%의 어두움</translation>
    </message>
    <message>
        <source>Blurry image</source>
        <translation>흐린 이미지</translation>
    </message>
    <message>
        <source>Finds images without sharp edges.</source>
        <translation>또렷한 윤곽이 없는 이미지를 찾습니다.</translation>
    </message>
    <message>
        <source>sharpness</source>
        <translation>선명도</translation>
    </message>
    <message>
        <source>Low-information image</source>
        <translation>정보가 적은 이미지</translation>
    </message>
    <message>
        <source>Finds images of one or few tones. Pages with ink on them are not meant.</source>
        <translation>색조가 하나거나 적은 이미지를 찾습니다. 글이 있는 종이는 아닙니다.</translation>
    </message>
    <message>
        <source>entropy of the pixels, tenths of a bit</source>
        <translation>픽셀의 엔트로피(0.1비트)</translation>
    </message>
    <message>
        <source>Grayscale image</source>
        <translation>흑백 이미지</translation>
    </message>
    <message>
        <source>Finds images stored without colour in a dataset that has colour.</source>
        <translation>색이 있는 데이터셋에서 색 없이 저장된 이미지를 찾습니다.</translation>
    </message>
    <message>
        <source>colour (0 or 1)</source>
        <translation>색(0 또는 1)</translation>
    </message>
    <message>
        <source>Odd aspect ratio</source>
        <translation>특이한 가로세로 비</translation>
    </message>
    <message>
        <source>Finds very wide or very high images, which models squeeze or cut.</source>
        <translation>모델이 찌그러뜨리거나 자르는, 아주 넓거나 높은 이미지를 찾습니다.</translation>
    </message>
    <message>
        <source>shorter by longer side</source>
        <translation>짧은 변 / 긴 변</translation>
    </message>
    <message>
        <source>Odd size</source>
        <translation>특이한 크기</translation>
    </message>
    <message>
        <source>Finds images much larger or smaller than the others of the dataset.</source>
        <translation>데이터셋의 다른 이미지보다 훨씬 크거나 작은 이미지를 찾습니다.</translation>
    </message>
    <message>
        <source>closeness to the usual size</source>
        <translation>보통 크기에 가까운 정도</translation>
    </message>
    <message>
        <source>The brightest spots reach %1 of full brightness</source>
        <translation>가장 밝은 곳이 최대 밝기의 %1</translation>
    </message>
    <message>
        <source>All but the darkest 5% is brighter than %1 of full brightness</source>
        <translation>가장 어두운 5%를 뺀 전부가 최대 밝기의 %1보다 밝음</translation>
    </message>
    <message>
        <source>Sharpness %1, below cleanvision&apos;s line for blurry</source>
        <translation>선명도 %1, cleanvision의 흐림 기준 아래</translation>
    </message>
    <message>
        <source>Only %1 bits of information a pixel</source>
        <translation>픽셀당 정보 %1비트뿐</translation>
    </message>
    <message>
        <source>The image is stored without colour; most of the dataset has colour</source>
        <translation>데이터셋 대부분은 색이 있는데 이 이미지는 색 없이 저장됨</translation>
    </message>
    <message>
        <source>%1: one side is %2 times the other</source>
        <translation>%1: 한 변이 다른 변의 %2배</translation>
    </message>
    <message>
        <source>%1, while the usual image has about %2 px a side</source>
        <translation>%1, 보통 이미지는 한 변이 약 %2 px</translation>
    </message>
    <message>
        <source>Flag below</source>
        <translation>이보다 작으면 플래그</translation>
    </message>
    <message>
        <source>cleanvision&apos;s score under which an image has the issue</source>
        <translation>이보다 작으면 문제로 보는 cleanvision 점수</translation>
    </message>
    <message>
        <source>Accepted range</source>
        <translation>허용 범위</translation>
    </message>
    <message>
        <source>interquartile ranges</source>
        <translation>사분위 범위</translation>
    </message>
    <message>
        <source>Sizes so far beyond the quartiles are odd</source>
        <translation>사분위수에서 이만큼 벗어난 크기는 특이합니다</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>종이</translation>
    </message>
    <message>
        <source>photo: cleanvision&apos;s rule for every image; page: images with ink on them are never meant</source>
        <translation>사진: 모든 이미지에 cleanvision의 규칙. 종이: 글이 있는 이미지는 제외</translation>
    </message>
    <message>
        <source>Looking at images</source>
        <translation>이미지를 살피는 중</translation>
    </message>
    <message>
        <source>%1 of %2 have this issue (%3): it is a property of the dataset, no sample is flagged for it</source>
        <translation>%2 중 %1개가 해당(%3): 데이터셋의 성질이므로 플래그를 달지 않습니다</translation>
    </message>
    <message>
        <source>Image %1: %2</source>
        <translation>이미지 %1: %2</translation>
    </message>
    <message>
        <source>%1 could not be measured (missing, unreadable or not yet looked at).</source>
        <translation>%1는 재지 못했습니다(없거나 읽을 수 없거나 아직 살피지 않음).</translation>
    </message>
    <message>
        <source>Asking for all rotations costs %1 points of accuracy on average over %2</source>
        <translation>모든 순환에서 맞혀야 하면 %2 평균 정확도가 %1%p 떨어집니다</translation>
    </message>
    <message>
        <source>Taking the options away costs %1 points of accuracy on average over %2</source>
        <translation>보기를 빼면 %2 평균 정확도가 %1%p 떨어집니다</translation>
    </message>
    <message>
        <source>Right only as multiple choice</source>
        <translation>객관식일 때만 맞음</translation>
    </message>
    <message>
        <source>Models that lose it, at least</source>
        <translation>놓치는 모델, 최소</translation>
    </message>
    <message>
        <source>Of the models that are right as multiple choice</source>
        <translation>객관식으로 맞힌 모델 중 비율</translation>
    </message>
    <message>
        <source>Samples that fewer models get right as multiple choice are not judged</source>
        <translation>객관식으로 맞힌 모델이 이보다 적은 샘플은 판단하지 않습니다</translation>
    </message>
    <message>
        <source>No model answered the same samples both as multiple choice and open-ended or rotated; nothing was compared.</source>
        <translation>같은 샘플을 객관식과 주관식(또는 순환) 양쪽으로 답한 모델이 없어 비교하지 않았습니다.</translation>
    </message>
    <message>
        <source>q-value (so many losses by chance, corrected for many samples)</source>
        <translation>q값(이만큼 놓치는 것이 우연일 확률, 샘플 수를 보정)</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>우연</translation>
    </message>
    <message>
        <source>Comparing formats</source>
        <translation>형식을 비교하는 중</translation>
    </message>
    <message>
        <source>Duplicates with different gold</source>
        <translation>정답이 다른 중복</translation>
    </message>
    <message>
        <source>Finds samples with the same picture, question and options, exactly or nearly, but different gold answers. At least one of them is wrong.</source>
        <translation>그림, 질문, 보기가 똑같거나 거의 같은데 정답이 다른 샘플을 찾습니다. 적어도 하나는 틀렸습니다.</translation>
    </message>
    <message>
        <source>The gold answer is %1 here and %2 in %3, which asks the same</source>
        <translation>정답이 여기서는 %1, 같은 것을 묻는 %3에서는 %2</translation>
    </message>
    <message>
        <source>; no image is there to compare</source>
        <translation>, 비교할 이미지가 없음</translation>
    </message>
    <message>
        <source>Wrong or ambiguous gold answer</source>
        <translation>틀리거나 모호한 정답</translation>
    </message>
    <message>
        <source>Weighing the stories behind the answers</source>
        <translation>답 뒤의 이야기를 견주는 중</translation>
    </message>
    <message>
        <source>probability that the gold answer is wrong or not the only right one</source>
        <translation>정답이 틀렸거나 유일한 정답이 아닐 확률</translation>
    </message>
    <message>
        <source>Collecting doubtful gold answers</source>
        <translation>의심스러운 정답을 모으는 중</translation>
    </message>
    <message>
        <source>%1 of %2 answer %3, the abler ones among them; the gold answer is %4</source>
        <translation>뛰어난 모델을 포함해 %2 중 %1개가 %3 선택, 정답은 %4</translation>
    </message>
    <message>
        <source>The models split between the gold answer %1 (%2) and %3 (%4 of %5)</source>
        <translation>모델들이 정답 %1(%2개)과 %3(%5 중 %4개)로 갈림</translation>
    </message>
    <message>
        <source>the gold answer &quot;%1&quot; is not among the %2</source>
        <translation>정답 &quot;%1&quot;이(가) %2 중에 없음</translation>
    </message>
    <message>
        <source>no gold answer is given</source>
        <translation>정답이 없음</translation>
    </message>
    <message>
        <source>there is only one option</source>
        <translation>보기가 하나뿐</translation>
    </message>
    <message>
        <source>option %1 is empty (lost None or NA?)</source>
        <translation>보기 %1이(가) 비어 있음(None이나 NA가 사라짐?)</translation>
    </message>
    <message>
        <source>options %1 are empty</source>
        <translation>보기 %1이(가) 비어 있음</translation>
    </message>
    <message>
        <source>options %1 say the same, the gold answer among them</source>
        <translation>보기 %1이(가) 같은 말이고 정답도 그중 하나</translation>
    </message>
    <message>
        <source>options %1 say the same</source>
        <translation>보기 %1이(가) 같은 말</translation>
    </message>
    <message>
        <source>Malformed options</source>
        <translation>잘못된 보기</translation>
    </message>
    <message>
        <source>Finds multiple-choice samples that cannot be answered as written: the gold answer is not an option, two options say the same, an option is empty or alone.</source>
        <translation>쓰인 그대로는 답할 수 없는 객관식 샘플을 찾습니다. 정답이 보기에 없거나, 두 보기가 같거나, 보기가 비었거나 하나뿐입니다.</translation>
    </message>
    <message>
        <source>Checking options</source>
        <translation>보기를 확인하는 중</translation>
    </message>
    <message>
        <source>No multiple-choice sample has a gold answer; keys were not checked.</source>
        <translation>정답이 있는 객관식 샘플이 없어 정답을 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>option %1 is &quot;%2&quot;, which a reader makes of None or NA</source>
        <translation>보기 %1이(가) &quot;%2&quot;: 판독기가 None이나 NA를 이렇게 바꿈</translation>
    </message>
    <message>
        <source>the gold answer is &quot;%1&quot;; a reader turns None or NA into that</source>
        <translation>정답이 &quot;%1&quot;: 판독기가 None이나 NA를 이렇게 바꿈</translation>
    </message>
    <message>
        <source>the gold answer is empty where nearly all samples have one</source>
        <translation>거의 모든 샘플에 있는 정답이 비어 있음</translation>
    </message>
    <message>
        <source>the gold answer %1 was probably %2 before a reader made it a float</source>
        <translation>정답 %1은(는) 판독기가 실수로 바꾸기 전에 %2였을 것</translation>
    </message>
    <message>
        <source>&quot;%1&quot; among numbers was probably a fraction or a range before a spreadsheet made it a date</source>
        <translation>수 사이의 &quot;%1&quot;은(는) 스프레드시트가 날짜로 바꾸기 전에 분수나 범위였을 것</translation>
    </message>
    <message>
        <source>question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>gold answer</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>option %1</source>
        <translation>보기 %1</translation>
    </message>
    <message>
        <source>the %1 is exactly 32,767 characters long, where a spreadsheet cuts</source>
        <translation>%1의 길이가 스프레드시트가 자르는 32,767자와 같음</translation>
    </message>
    <message>
        <source>the %1 has characters broken by a wrong encoding</source>
        <translation>%1에 잘못된 인코딩으로 깨진 글자가 있음</translation>
    </message>
    <message>
        <source>column &quot;%1&quot; is exactly 32,767 characters long, where a spreadsheet cuts</source>
        <translation>&quot;%1&quot; 열의 길이가 스프레드시트가 자르는 32,767자와 같음</translation>
    </message>
    <message>
        <source>the text refers to %1, the sample has %2</source>
        <translation>글은 %1를 가리키는데 샘플에는 %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>the text refers to %1 of the sample&apos;s %2 images</source>
        <translation>글이 샘플의 이미지 %2개 중 %1개를 가리킴</translation>
    </message>
    <message>
        <source>Damaged by a file reader</source>
        <translation>파일 판독기로 손상됨</translation>
    </message>
    <message>
        <source>Finds what tables and their readers do to benchmarks: options such as None or NA that became empty, cells cut at 32,767 characters, integers turned into floats, fractions turned into dates, broken encodings, image placeholders without an image.</source>
        <translation>표와 판독기가 벤치마크에 한 일을 찾습니다. 비어 버린 None이나 NA 보기, 32,767자에서 잘린 칸, 실수가 된 정수, 날짜가 된 분수, 깨진 인코딩, 이미지 없는 이미지 자리표시자.</translation>
    </message>
    <message>
        <source>Looking for damage from file readers</source>
        <translation>파일 판독기가 낸 손상을 찾는 중</translation>
    </message>
    <message>
        <source>No sample has an image, so image placeholders were not checked.</source>
        <translation>이미지가 있는 샘플이 없어 이미지 자리표시자를 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 is the gold letter of %2 of %3; an even spread gives %4 (p = %5)</source>
        <translation>%3 중 %2의 정답 기호가 %1, 고르면 %4 (p = %5)</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1의 %2</translation>
    </message>
    <message>
        <source>Whatever stands there, the strongest liking for a letter is %1: %2 where %3 is even</source>
        <translation>내용과 상관없이 기호를 가장 좋아하는 것은 %1: %2 (고르면 %3)</translation>
    </message>
    <message>
        <source>Answer follows the letter</source>
        <translation>답이 기호를 따라감</translation>
    </message>
    <message>
        <source>Compares the letters of the key and of every model with an even spread, and, where the options were rotated, finds samples whose answers stay on the letter instead of moving with the content.</source>
        <translation>정답과 모델의 기호를 고른 분포와 비교하고, 보기를 돌린 응답이 있으면 답이 내용을 따라가지 않고 기호에 머무는 샘플을 찾습니다.</translation>
    </message>
    <message>
        <source>Models following the letter, at least</source>
        <translation>기호를 따라가는 모델, 최소</translation>
    </message>
    <message>
        <source>Flag a sample when this share of the models keeps its letter through all rotations</source>
        <translation>모델 중 이 비율이 모든 순환에서 같은 기호를 지키면 플래그를 답니다</translation>
    </message>
    <message>
        <source>Chance, at most</source>
        <translation>우연, 최대</translation>
    </message>
    <message>
        <source>And guessing would do it no more often than this</source>
        <translation>추측이 그럴 확률이 이보다 크지 않을 때</translation>
    </message>
    <message>
        <source>No multiple-choice sample has a gold letter to compare.</source>
        <translation>비교할 정답 기호가 있는 객관식 샘플이 없습니다.</translation>
    </message>
    <message>
        <source>No model prefers a letter by 10 points or more</source>
        <translation>기호를 10%p 이상 더 고르는 모델이 없습니다</translation>
    </message>
    <message>
        <source>1 model gives a letter far more often than the key does: %1</source>
        <translation>모델 1개가 기호를 정답보다 훨씬 자주 냄: %1</translation>
    </message>
    <message>
        <source>%1 models give a letter far more often than the key does: %2</source>
        <translation>모델 %1개가 기호를 정답보다 훨씬 자주 냄: %2</translation>
    </message>
    <message>
        <source>No model prefers a letter by 10 points or more without the image</source>
        <translation>이미지 없이 기호를 10%p 이상 더 고르는 모델이 없습니다</translation>
    </message>
    <message>
        <source>1 model gives a letter far more often than the key does without the image: %1</source>
        <translation>이미지 없이 모델 1개가 기호를 정답보다 훨씬 자주 냄: %1</translation>
    </message>
    <message>
        <source>%1 models give a letter far more often than the key does without the image: %2</source>
        <translation>이미지 없이 모델 %1개가 기호를 정답보다 훨씬 자주 냄: %2</translation>
    </message>
    <message>
        <source>No model prefers a letter by 10 points or more over the rotations</source>
        <translation>순환에서 기호를 10%p 이상 더 고르는 모델이 없습니다</translation>
    </message>
    <message>
        <source>1 model gives a letter far more often than the key does over the rotations: %1</source>
        <translation>순환에서 모델 1개가 기호를 정답보다 훨씬 자주 냄: %1</translation>
    </message>
    <message>
        <source>%1 models give a letter far more often than the key does over the rotations: %2</source>
        <translation>순환에서 모델 %1개가 기호를 정답보다 훨씬 자주 냄: %2</translation>
    </message>
    <message>
        <source>There are no circular responses: only the letters as a whole were compared.</source>
        <translation>순환 응답이 없어 기호의 전체 분포만 비교했습니다.</translation>
    </message>
    <message>
        <source>share of models that keep their letter through all rotations</source>
        <translation>모든 순환에서 같은 기호를 지키는 모델의 비율</translation>
    </message>
    <message>
        <source>Following letters through the rotations</source>
        <translation>순환에서 기호를 따라가는 중</translation>
    </message>
    <message>
        <source>more than guessing</source>
        <translation>추측을 넘음</translation>
    </message>
    <message>
        <source>Answer predictable from the question</source>
        <translation>질문만으로 답을 예측</translation>
    </message>
    <message>
        <source>Training a model on the questions alone</source>
        <translation>질문만으로 모델을 학습하는 중</translation>
    </message>
    <message>
        <source>A model that sees only the questions is right in %1 of %2; guessing is right in %3 (p = %4)</source>
        <translation>질문만 보는 모델이 %2 중 %1를 맞힘, 추측은 %3 (p = %4)</translation>
    </message>
    <message>
        <source>A model that sees only the questions is right in %1 of %2; the commonest answer is right in %3 (p = %4)</source>
        <translation>질문만 보는 모델이 %2 중 %1를 맞힘, 가장 흔한 답은 %3 (p = %4)</translation>
    </message>
    <message>
        <source>Every model fails</source>
        <translation>모든 모델이 틀림</translation>
    </message>
    <message>
        <source>Finds samples that no model solves with the image. They are the candidates for a wrong or ambiguous gold answer, and the frontier when a person confirms the answer.</source>
        <translation>이미지가 있어도 어떤 모델도 못 푸는 샘플을 찾습니다. 정답이 틀리거나 모호한 후보이고, 사람이 정답을 확인하면 한계에 있는 샘플입니다.</translation>
    </message>
    <message>
        <source>Models of one family fail together; judge only with this many families</source>
        <translation>한 계열의 모델은 함께 틀리므로 계열이 이만큼 있을 때만 판단합니다</translation>
    </message>
    <message>
        <source>Models right, at most</source>
        <translation>맞힌 모델, 최대</translation>
    </message>
    <message>
        <source>Flag when no more than this share of the models is right</source>
        <translation>모델 중 이 비율 이하만 맞히면 플래그를 답니다</translation>
    </message>
    <message>
        <source>; guessing alone would be right %1 times, so the gold answers or the scores are probably misread and no sample is flagged</source>
        <translation>. 추측만으로도 %1번은 맞으므로 정답이나 점수를 잘못 읽은 듯하여 플래그를 달지 않습니다</translation>
    </message>
    <message>
        <source>Looking for samples nobody solves</source>
        <translation>아무도 못 푸는 샘플을 찾는 중</translation>
    </message>
    <message>
        <source>None of %1 is right</source>
        <translation>%1 중 맞힌 모델이 없음</translation>
    </message>
    <message>
        <source>Only %1 of %2 right</source>
        <translation>%2 중 %1개만 맞힘</translation>
    </message>
    <message>
        <source>; %1 answers %2, the gold answer is %3</source>
        <translation>, %1개가 %2 선택, 정답은 %3</translation>
    </message>
    <message>
        <source>; %1 answer %2, the gold answer is %3</source>
        <translation>, %1개가 %2 선택, 정답은 %3</translation>
    </message>
    <message>
        <source>%1 model</source>
        <translation>모델 %1개</translation>
    </message>
    <message>
        <source>%1 models</source>
        <translation>모델 %1개</translation>
    </message>
    <message>
        <source>%1 sample</source>
        <translation>샘플 %1개</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>샘플 %1개</translation>
    </message>
    <message>
        <source>%1 image</source>
        <translation>이미지 %1개</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>이미지 %1개</translation>
    </message>
    <message>
        <source>%1 option</source>
        <translation>보기 %1개</translation>
    </message>
    <message>
        <source>%1 options</source>
        <translation>보기 %1개</translation>
    </message>
    <message>
        <source>%1 family</source>
        <translation>계열 %1개</translation>
    </message>
    <message>
        <source>%1 families</source>
        <translation>계열 %1개</translation>
    </message>
    <message>
        <source>%1 pair</source>
        <translation>%1쌍</translation>
    </message>
    <message>
        <source>%1 pairs</source>
        <translation>%1쌍</translation>
    </message>
    <message>
        <source>%1 multiple-choice sample</source>
        <translation>객관식 샘플 %1개</translation>
    </message>
    <message>
        <source>%1 multiple-choice samples</source>
        <translation>객관식 샘플 %1개</translation>
    </message>
    <message>
        <source>%1 open sample</source>
        <translation>주관식 샘플 %1개</translation>
    </message>
    <message>
        <source>%1 open samples</source>
        <translation>주관식 샘플 %1개</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 외 %2개</translation>
    </message>
    <message>
        <source>Very many pictures look alike: hashes were compared up to a distance of %1.</source>
        <translation>비슷한 그림이 아주 많아 해시를 거리 %1까지만 비교했습니다.</translation>
    </message>
    <message>
        <source>Comparing pictures that look alike</source>
        <translation>비슷해 보이는 그림을 비교하는 중</translation>
    </message>
    <message>
        <source>Same question</source>
        <translation>같은 질문</translation>
    </message>
    <message>
        <source>Nearly the same question</source>
        <translation>거의 같은 질문</translation>
    </message>
    <message>
        <source>Same image and same question</source>
        <translation>같은 이미지와 같은 질문</translation>
    </message>
    <message>
        <source>Same image and nearly the same question</source>
        <translation>같은 이미지와 거의 같은 질문</translation>
    </message>
    <message>
        <source>Copy of the same picture and same question</source>
        <translation>같은 그림의 사본과 같은 질문</translation>
    </message>
    <message>
        <source>Copy of the same picture and nearly the same question</source>
        <translation>같은 그림의 사본과 거의 같은 질문</translation>
    </message>
    <message>
        <source>the longest option</source>
        <translation>가장 긴 보기</translation>
    </message>
    <message>
        <source>the shortest option</source>
        <translation>가장 짧은 보기</translation>
    </message>
    <message>
        <source>the option that shares most words with the question</source>
        <translation>질문과 낱말이 가장 많이 겹치는 보기</translation>
    </message>
    <message>
        <source>the option least like the others</source>
        <translation>나머지와 가장 다른 보기</translation>
    </message>
    <message>
        <source>&quot;all of the above&quot; or &quot;none of the above&quot;</source>
        <translation>&quot;모두 해당&quot; 또는 &quot;해당 없음&quot;</translation>
    </message>
    <message>
        <source>the middle number</source>
        <translation>가운데 수</translation>
    </message>
    <message>
        <source>On %1 runs of one model were scored both right and wrong; a detector takes the first run or their mean.</source>
        <translation>%1에서 한 모델의 실행이 맞음과 틀림으로 갈렸습니다. 검사는 첫 실행이나 평균을 씁니다.</translation>
    </message>
    <message>
        <source>The same answer to every sample comes from %1: that says nothing of a single sample. Check how the answers were read.</source>
        <translation>%1는 모든 샘플에 같은 답을 냈습니다. 개별 샘플에 대해서는 아무것도 알려 주지 않으니 답을 어떻게 읽었는지 확인하세요.</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>잘린 것</translation>
    </message>
    <message>
        <source>Also find pictures whose margins were cut off, up to 40% of the area, at the same scale</source>
        <translation>같은 배율에서 가장자리가 면적의 40%까지 잘린 그림도 찾습니다</translation>
    </message>
    <message>
        <source>The image shows no more than one of about %1 px a side would</source>
        <translation>이미지가 한 변 약 %1 px짜리만큼만 보여 줌</translation>
    </message>
    <message>
        <source>Too many pairs of pictures have fitting sizes: pictures whose margins were cut off were not looked for.</source>
        <translation>크기가 들어맞는 그림 쌍이 너무 많아 가장자리가 잘린 그림은 찾지 않았습니다.</translation>
    </message>
    <message>
        <source>Looking for pictures that were cut</source>
        <translation>잘린 그림을 찾는 중</translation>
    </message>
    <message>
        <source>Finds samples that abler models are likelier to miss, judged by how samples of this dataset usually tell models apart. With few models nothing can be told.</source>
        <translation>유능한 모델일수록 틀리기 쉬운 샘플을 찾습니다. 이 데이터셋의 샘플들이 평소 모델을 구별하는 정도를 기준으로 판단합니다. 모델이 적으면 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Finds samples that models solve as multiple choice but not open-ended, or not in every rotation of the options, more often than they lose other samples and than luck explains.</source>
        <translation>객관식으로는 맞히지만 주관식이나 선택지 회전에서는 틀리는 경우가, 다른 샘플에서보다 그리고 우연보다 잦은 샘플을 찾습니다.</translation>
    </message>
    <message>
        <source>Such predictions right, at least</source>
        <translation>그런 예측이 맞는 비율, 최소</translation>
    </message>
    <message>
        <source>Of the predictions in this dataset that are as sure, the share that is right</source>
        <translation>이 데이터셋에서 그만큼 확신한 예측 가운데 맞은 비율</translation>
    </message>
    <message>
        <source>share of predictions as sure as this one that are right</source>
        <translation>이만큼 확신한 예측 가운데 맞은 비율</translation>
    </message>
    <message>
        <source>guessing, or always the commonest answer</source>
        <translation>추측하거나 늘 가장 흔한 답을 고를 때</translation>
    </message>
    <message>
        <source>The question alone gives %1, learnt from the other questions; %2 of the predictions as sure as that are right</source>
        <translation>다른 질문들에서 배운 바로는 질문만으로 %1 답이 나옵니다. 그만큼 확신한 예측의 %2가 맞습니다</translation>
    </message>
    <message>
        <source>The options choose among numbered statements (%1), and the question gives none</source>
        <translation>선택지는 번호가 매겨진 문장들 가운데서 고르는데(%1) 질문에는 그 문장들이 없습니다</translation>
    </message>
    <message>
        <source>The question refers to &quot;%1&quot;, which is not part of it</source>
        <translation>질문이 &quot;%1&quot;을(를) 가리키지만 그것은 질문에 없습니다</translation>
    </message>
    <message>
        <source>The question is a statement that asks nothing and leaves no blank</source>
        <translation>질문이 아무것도 묻지 않고 빈칸도 없는 평서문입니다</translation>
    </message>
    <message>
        <source>Part of the question is missing</source>
        <translation>질문의 일부가 빠짐</translation>
    </message>
    <message>
        <source>Finds questions without an image that speak of what they do not hold: options that choose among numbered statements where none are given, a reference to another question by number, a statement that asks nothing.</source>
        <translation>이미지가 없는 질문 가운데 들어 있지 않은 것을 말하는 질문을 찾습니다. 번호가 매겨진 문장 없이 그 번호를 고르는 선택지, 다른 문항 번호에 대한 언급, 아무것도 묻지 않는 평서문이 그것입니다.</translation>
    </message>
    <message>
        <source>Sureness, at least</source>
        <translation>확실성, 최소</translation>
    </message>
    <message>
        <source>Missing statements score 0.95, missing references 0.9, questions that ask nothing 0.5</source>
        <translation>빠진 문장은 0.95, 빠진 참조는 0.9, 아무것도 묻지 않는 질문은 0.5입니다</translation>
    </message>
    <message>
        <source>how surely a part of the question is missing</source>
        <translation>질문의 일부가 빠졌다는 확실성</translation>
    </message>
    <message>
        <source>Reading questions</source>
        <translation>질문을 읽는 중</translation>
    </message>
    <message>
        <source>What a question with an image speaks of may be in the picture: %1 not judged.</source>
        <translation>이미지가 있는 질문이 말하는 것은 그림 속에 있을 수 있습니다: %1은(는) 판단하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 was refused at import: it is too large to be opened safely, not supported, or not inside the folder of the import</source>
        <translation>%1: 가져올 때 거부됨(안전하게 열기에 너무 크거나, 지원되지 않거나, 가져온 폴더 안에 없음)</translation>
    </message>
    <message>
        <source>Without the image, multi-modal training adds %1 points to the language model alone on average over %2</source>
        <translation>이미지 없이도 멀티모달 학습이 언어 모델 단독보다 평균 %1점을 더합니다(%2)</translation>
    </message>
    <message>
        <source>; leakage shows for %1</source>
        <translation>; 누출이 보이는 모델: %1</translation>
    </message>
    <message>
        <source>Share of the models on the commonest other answer, weighted or by number, whichever is less</source>
        <translation>가장 흔한 다른 답을 고른 모델의 비율(가중 비율과 수의 비율 중 작은 것)</translation>
    </message>
    <message>
        <source>share of models on the commonest other answer, weighted or by number, whichever is less</source>
        <translation>가장 흔한 다른 답을 고른 모델의 비율(가중 비율과 수의 비율 중 작은 것)</translation>
    </message>
    <message>
        <source>Not judged: %1 with blind responses of fewer than %2.</source>
        <translation>블라인드 응답이 있는 모델이 %2보다 적은 %1는 판단하지 않았습니다.</translation>
    </message>
    <message>
        <source>Not judged: %1 without a gold answer.</source>
        <translation>정답이 없는 %1는 판단하지 않았습니다.</translation>
    </message>
    <message>
        <source>Not judged: %1 with a single option, where everybody is right who answers.</source>
        <translation>보기가 하나뿐이라 답하면 누구나 맞는 %1는 판단하지 않았습니다.</translation>
    </message>
    <message>
        <source>Without the image, the answers of %1 are worth those of %2 independent ones</source>
        <translation>이미지 없이 %1가 독립된 모델 %2개처럼 답합니다</translation>
    </message>
    <message>
        <source>Left out on %1: option probabilities that are missing, negative, infinite or all 0.</source>
        <translation>%1에서 없거나 음수이거나 무한대이거나 모두 0인 보기 확률을 뺐습니다.</translation>
    </message>
    <message>
        <source>Left out on %1: probabilities that are more or fewer than the options.</source>
        <translation>%1에서 보기와 수가 다른 확률을 뺐습니다.</translation>
    </message>
    <message>
        <source>Divided by their sum on %1: option probabilities that do not sum to 1.</source>
        <translation>%1에서 합이 1이 아닌 보기 확률을 합으로 나눴습니다.</translation>
    </message>
    <message>
        <source>By %1, &quot;%2&quot; has a probability of %3 and the gold answer &quot;%4&quot; one of %5</source>
        <translation>%1가 &quot;%2&quot;에 확률 %3, 정답 &quot;%4&quot;에 %5를 줍니다</translation>
    </message>
    <message>
        <source>Not judged: %1 with votes of fewer than %2 and without probabilities.</source>
        <translation>표를 낸 모델이 %2보다 적고 확률도 없는 %1는 판단하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 answers %3; none gives the gold answer %4</source>
        <translation>%2 중 %1개가 %3 선택, 정답 %4는 없음</translation>
    </message>
    <message>
        <source>Not judged: %1 with readable answers of fewer than %2 from %3.</source>
        <translation>답을 읽을 수 있는 모델이 %3의 %2보다 적은 %1는 판단하지 않았습니다.</translation>
    </message>
    <message>
        <source>Not judged: %1 with scores but without readable answers.</source>
        <translation>점수만 있고 읽을 수 있는 답이 없는 %1는 판단하지 않았습니다.</translation>
    </message>
    <message>
        <source>Not judged: %1 with scored responses of fewer than %2.</source>
        <translation>채점된 응답이 있는 모델이 %2보다 적은 %1는 판단하지 않았습니다.</translation>
    </message>
    <message>
        <source>Not judged: %1 with too few other samples that the same models answered to tell strong models from weak ones.</source>
        <translation>같은 모델이 답한 다른 샘플이 너무 적어 강한 모델과 약한 모델을 가릴 수 없는 %1는 판단하지 않았습니다.</translation>
    </message>
    <message>
        <source>Without discrimination: %1 that everyone or nobody solves.</source>
        <translation>모두가 맞히거나 아무도 못 맞힌 %1는 변별도가 없습니다.</translation>
    </message>
    <message>
        <source>Not compared: %1 without an image.</source>
        <translation>이미지가 없는 %1는 비교하지 않았습니다.</translation>
    </message>
    <message>
        <source>Not compared: %1 without a question.</source>
        <translation>질문이 없는 %1는 비교하지 않았습니다.</translation>
    </message>
    <message>
        <source>Pictures with the same question and close hashes: %1, %2 of them one picture stored twice</source>
        <translation>질문이 같은 그림 중 %1의 해시가 가깝고, 그중 %2개는 두 번 저장된 한 그림입니다</translation>
    </message>
    <message>
        <source>Left out: %1 with options that have no text.</source>
        <translation>글이 없는 보기가 있는 %1를 뺐습니다.</translation>
    </message>
    <message>
        <source>Too few to train a model on: %1; it takes %2.</source>
        <translation>%1는 모델을 학습시키기에 너무 적습니다. %2개가 필요합니다.</translation>
    </message>
    <message>
        <source>From the options alone the gold option %3 is picked by %1 of %2; chance predicts %4</source>
        <translation>보기만 보고 %2 중 %1개가 정답 보기 %3 선택, 우연이라면 %4개</translation>
    </message>
    <message>
        <source>Missing: %1. Import again with the folder of the images.</source>
        <translation>%1가 없습니다. 이미지가 있는 폴더를 지정해 다시 가져오세요.</translation>
    </message>
    <message>
        <source>%2 right as multiple choice, %1 of them not in every rotation</source>
        <translation>객관식으로 맞힌 %2 중 %1개가 모든 순환에서 맞히지는 못함</translation>
    </message>
    <message>
        <source>%2 right as multiple choice, %1 of them wrong without the options</source>
        <translation>객관식으로 맞힌 %2 중 %1개가 보기 없이는 틀림</translation>
    </message>
    <message>
        <source>%1 of %2, an abler one, answers %3; the gold answer is %4</source>
        <translation>뛰어난 모델을 포함해 %2 중 %1개가 %3 선택, 정답은 %4</translation>
    </message>
    <message>
        <source>Not judged: %1 with a single option; there is no other answer to weigh.</source>
        <translation>보기가 하나뿐이라 견줄 다른 답이 없는 %1는 판단하지 않았습니다.</translation>
    </message>
    <message>
        <source>Not judged: %1 with a gold answer that is none of the options.</source>
        <translation>정답이 보기에 없는 %1는 판단하지 않았습니다.</translation>
    </message>
    <message>
        <source>Placeholders not checked: %1 with several images named where no sample has more than one; the images seem to be put together.</source>
        <translation>둘 이상의 이미지를 가진 샘플이 없는데 여러 이미지를 가리키는 %1의 자리표시자는 확인하지 않았습니다. 이미지가 합쳐진 듯합니다.</translation>
    </message>
    <message>
        <source>The same letter in all %3 rotations, whatever stands there: %1 of %2</source>
        <translation>%2 중 %1개가 내용과 상관없이 순환 %3번 모두 같은 기호를 냄</translation>
    </message>
    <message>
        <source>Too few to train a model on: %1 with question and gold answer; it takes %2.</source>
        <translation>질문과 정답이 있는 %1는 모델을 학습시키기에 너무 적습니다. %2개가 필요합니다.</translation>
    </message>
    <message>
        <source>No model is right on any sample (responses: %1)</source>
        <translation>어떤 샘플도 맞힌 모델이 없습니다(응답 %1개)</translation>
    </message>
    <message>
        <source>Not judged: %1 with scored responses of fewer than %2 from %3.</source>
        <translation>채점된 응답이 있는 모델이 %3의 %2보다 적은 %1는 판단하지 않았습니다.</translation>
    </message>
    <message>
        <source>Missing: %1 of %2 blind responses; missing is not wrong.</source>
        <translation>블라인드 응답 %2개 중 %1개가 없습니다. 없는 것은 틀린 것이 아닙니다.</translation>
    </message>
    <message>
        <source>Missing: %1 of %2 choices-only responses; missing is not wrong.</source>
        <translation>보기만 응답 %2개 중 %1개가 없습니다. 없는 것은 틀린 것이 아닙니다.</translation>
    </message>
    <message>
        <source>Missing: %1 of %2 open-ended responses; missing is not wrong.</source>
        <translation>주관식 응답 %2개 중 %1개가 없습니다. 없는 것은 틀린 것이 아닙니다.</translation>
    </message>
    <message>
        <source>Missing: %1 of %2 responses with the image; missing is not wrong.</source>
        <translation>이미지 있는 응답 %2개 중 %1개가 없습니다. 없는 것은 틀린 것이 아닙니다.</translation>
    </message>
    <message>
        <source>A rectangle of one tone, %1 x %2 px (%3% of the picture) at %4, %5 from the left and the top, cuts off what is around it</source>
        <translation>한 가지 색으로 된 %1 x %2 px 사각형(그림의 %3%, 왼쪽과 위에서 %4, %5)이 주변 내용을 잘라 냅니다</translation>
    </message>
    <message>
        <source>Lines break off at a blank rectangle, %1 x %2 px (%3% of the picture) at %4, %5 from the left and the top, and go on behind it</source>
        <translation>선들이 빈 사각형 %1 x %2 px(그림의 %3%, 왼쪽과 위에서 %4, %5)에서 끊겼다가 그 너머에서 이어집니다</translation>
    </message>
    <message>
        <source>Part of the image covered</source>
        <translation>이미지 일부가 가려짐</translation>
    </message>
    <message>
        <source>Finds images of which a rectangle was painted over or blanked, where what is around it shows that something is missing.</source>
        <translation>사각형 부분이 덧칠되거나 지워진 이미지를 찾습니다. 주변 내용으로 보아 빠진 것이 있음이 드러나는 경우만 해당합니다.</translation>
    </message>
    <message>
        <source>Covered, at least</source>
        <translation>가려진 부분, 최소</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>퍼센트</translation>
    </message>
    <message>
        <source>Share of the picture that the rectangle hides</source>
        <translation>사각형이 가리는 그림의 비율</translation>
    </message>
    <message>
        <source>percent of the picture covered</source>
        <translation>그림에서 가려진 퍼센트</translation>
    </message>
    <message>
        <source>Looking for covered parts of images</source>
        <translation>이미지의 가려진 부분을 찾는 중</translation>
    </message>
    <message>
        <source>%1 of %2 give the gold answer %3 and are scored wrong: the responses were scored with another key</source>
        <translation>%2 중 %1개가 정답 %3을(를) 냈는데 오답으로 채점되었습니다. 다른 정답지로 채점된 응답입니다</translation>
    </message>
    <message>
        <source>With %1 blind nothing can be flagged: a sample that all of them solve may still be luck (p = %2 at best, the false-discovery rate is %3)</source>
        <translation>블라인드 %1로는 아무것도 플래그할 수 없습니다: 모두가 맞힌 샘플도 우연일 수 있습니다(최선의 p = %2, 거짓 발견율 %3)</translation>
    </message>
    <message>
        <source>With %1 blind nothing passes the false-discovery rate of %3: a sample that all of them solve has p = %2 at best, so it would take %4 such samples of %5</source>
        <translation>블라인드 %1로는 거짓 발견율 %3을 통과하는 것이 없습니다: 모두가 맞힌 샘플도 최선의 p가 %2이므로 %5개 중 그런 샘플이 %4개 있어야 합니다</translation>
    </message>
    <message>
        <source>; %1 models that answer independently would do</source>
        <translation>; 서로 독립적으로 답하는 모델 %1개면 됩니다</translation>
    </message>
    <message>
        <source>rank by how far another answer leads the gold answer (1 - normalised margin)</source>
        <translation>다른 답이 정답을 앞서는 정도의 순위(1 - 정규화한 차이)</translation>
    </message>
    <message>
        <source>Belief in a wrong key, at least</source>
        <translation>정답이 틀렸다는 믿음, 최소</translation>
    </message>
    <message>
        <source>belief</source>
        <translation>믿음</translation>
    </message>
    <message>
        <source>rank by how far the models&apos; votes go against the gold answer</source>
        <translation>모델들의 표가 정답과 어긋나는 정도의 순위</translation>
    </message>
    <message>
        <source>%1 on which most models agree on another answer: the models are so alike, or the answer so tempting, that the label model&apos;s belief in a wrong key is below %2.</source>
        <translation>대부분의 모델이 다른 답에 동의하는 %1: 모델들이 너무 비슷하거나 그 답이 너무 그럴듯해서, 정답이 틀렸다는 라벨 모델의 믿음이 %2 미만입니다.</translation>
    </message>
    <message>
        <source>Score, at least</source>
        <translation>점수, 최소</translation>
    </message>
    <message>
        <source>score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Flag from this score on: how surely abler models are likelier to miss the sample</source>
        <translation>이 점수부터 플래그: 뛰어난 모델일수록 샘플을 틀리기 쉽다는 것이 얼마나 확실한가</translation>
    </message>
    <message>
        <source>rank by how surely abler models are likelier to miss it</source>
        <translation>뛰어난 모델일수록 틀리기 쉽다는 확실성의 순위</translation>
    </message>
    <message>
        <source>From the options alone a model gives %1 a weight of %2; chance is %3</source>
        <translation>보기만 본 모델이 %1에 %2의 가중치를 줌, 우연이라면 %3</translation>
    </message>
    <message>
        <source>Asks which story explains the models&apos; answers best: the gold answer is right and the sample as hard and as tempting as it may be, another answer is right, or both are. Able models tell the stories apart. The score ranks the samples; once people have checked 30 gold answers it is the probability that they find one faulty.</source>
        <translation>모델들의 답을 가장 잘 설명하는 이야기를 찾습니다: 정답이 맞고 샘플이 어렵거나 오답이 그럴듯하다, 다른 답이 맞다, 또는 둘 다 맞다. 뛰어난 모델이 이야기를 가려 줍니다. 점수는 샘플의 순위입니다. 사람이 정답 30개를 확인하고 나면 사람이 잘못을 찾을 확률이 됩니다.</translation>
    </message>
    <message>
        <source>Flag from this score on; where the scores are probabilities, one in five flags of .2 is right</source>
        <translation>이 점수부터 플래그합니다. 점수가 확률인 곳에서는 .2인 플래그 다섯 중 하나가 맞습니다</translation>
    </message>
    <message>
        <source>rank by doubt in the gold answer (no probability: too few were checked)</source>
        <translation>정답이 의심스러운 순위(확인한 것이 너무 적어 확률이 아님)</translation>
    </message>
    <message>
        <source>DatBench (more models than guess right)</source>
        <translation>DatBench(추측으로 맞힐 수보다 많은 모델)</translation>
    </message>
    <message>
        <source>MMStar (three models)</source>
        <translation>MMStar(모델 세 개)</translation>
    </message>
    <message>
        <source>MMMU-Pro (three in four models)</source>
        <translation>MMMU-Pro(모델 넷 중 셋)</translation>
    </message>
    <message>
        <source>%1 %2, %3 by chance alone</source>
        <translation>%1 %2, 우연만으로 %3</translation>
    </message>
    <message>
        <source>Of %1, published rules would discard: %2</source>
        <translation>발표된 규칙이 %1 중에서 버릴 비율: %2</translation>
    </message>
    <message>
        <source>Trains a small model on the questions and gold answers of the rest of the dataset and flags samples it answers without image and options seen, where predictions as sure as that are mostly right. Works without any responses; silent where the model does not beat chance. Where it would flag more than three in ten samples the bias is the dataset&apos;s: that is reported, and no list filled.</source>
        <translation>데이터셋 나머지의 질문과 정답으로 작은 모델을 학습시켜, 이미지와 보기를 보지 않고도 답하는 샘플 가운데 그만큼 확실한 예측이 대부분 맞는 것에 플래그를 답니다. 응답이 없어도 됩니다. 모델이 우연보다 낫지 않으면 아무것도 말하지 않습니다. 샘플 열 중 셋보다 많이 플래그하게 되면 데이터셋 자체의 편향이므로, 목록을 채우지 않고 그 사실을 알립니다.</translation>
    </message>
    <message>
        <source>The questions alone give away %1 of %2: a bias of the dataset, no fault of single samples, so none is flagged</source>
        <translation>질문만으로 %2 중 %1의 답이 드러납니다: 개별 샘플의 잘못이 아니라 데이터셋의 편향이므로 플래그하지 않습니다</translation>
    </message>
    <message>
        <source>Not compared: %1 whose images were probably not imported; the same words do not make them the same</source>
        <translation>비교하지 않음: 이미지를 가져오지 않은 듯한 %1. 말이 같다고 같은 샘플은 아닙니다</translation>
    </message>
    <message>
        <source>The scores are probabilities, learnt from the gold answers that people checked here: %1, of which %2 faulty.</source>
        <translation>점수는 사람이 여기서 확인한 정답에서 배운 확률입니다: %1개, 그중 %2개가 잘못.</translation>
    </message>
    <message>
        <source>The scores are a rank, not probabilities: people have checked %1 of these gold answers, and it takes %2. Models that share a misconception look like a wrong key.</source>
        <translation>점수는 확률이 아니라 순위입니다: 사람이 확인한 정답이 %1개이고, %2개가 필요합니다. 같은 오해를 하는 모델들은 틀린 정답처럼 보입니다.</translation>
    </message>
    <message>
        <source>Not judged: %1 where most replies could not be read.</source>
        <translation>판단하지 않음: 대부분의 답변을 읽을 수 없는 %1.</translation>
    </message>
    <message>
        <source>Number of models of the rule hits; until it is set, the dataset&apos;s own cut-off if it has one</source>
        <translation>적중 규칙의 모델 수. 정하지 않으면, 데이터셋의 기준이 있을 때 그것을 씁니다</translation>
    </message>
    <message>
        <source>Transform multiple choice</source>
        <translation>객관식 변환</translation>
    </message>
    <message>
        <source>Proposes to ask a question without its options where it can be answered so, and in every order of the options where it needs them. A proposal is no fault; nothing changes until it is confirmed or a policy says so.</source>
        <translation>선택지 없이 답할 수 있으면 선택지 없이, 필요하면 선택지의 모든 순서로 묻자고 제안합니다. 제안은 결함이 아니며, 확인하거나 정책이 정하기 전에는 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Reading questions and options</source>
        <translation>질문과 선택지 읽는 중</translation>
    </message>
    <message>
        <source>Left as they are: %1. %2</source>
        <translation>그대로 둠: %1. %2</translation>
    </message>
    <message>
        <source>It asks for a number that can be said without the options.</source>
        <translation>선택지 없이 말할 수 있는 수를 묻습니다.</translation>
    </message>
    <message>
        <source>It can be answered by yes or no without the options.</source>
        <translation>선택지 없이 예 또는 아니요로 답할 수 있습니다.</translation>
    </message>
    <message>
        <source>It asks for a colour that can be said without the options.</source>
        <translation>선택지 없이 말할 수 있는 색을 묻습니다.</translation>
    </message>
    <message>
        <source>It asks for one thing by its name; the options are short and apart.</source>
        <translation>한 가지의 이름을 묻고, 선택지는 짧고 서로 다릅니다.</translation>
    </message>
    <message>
        <source>It asks which of the options fits: without them there is no question.</source>
        <translation>어느 선택지가 맞는지 묻습니다. 선택지 없이는 질문이 되지 않습니다.</translation>
    </message>
    <message>
        <source>It asks for what comes closest: the options say how close is enough.</source>
        <translation>가장 가까운 것을 묻습니다. 얼마나 가까워야 하는지는 선택지가 말합니다.</translation>
    </message>
    <message>
        <source>An option speaks of the others (all or none of them).</source>
        <translation>한 선택지가 다른 선택지를 말합니다(모두 또는 해당 없음).</translation>
    </message>
    <message>
        <source>The options are images.</source>
        <translation>선택지가 이미지입니다.</translation>
    </message>
    <message>
        <source>Only the options say in which unit to answer.</source>
        <translation>어떤 단위로 답할지는 선택지만 말합니다.</translation>
    </message>
    <message>
        <source>The options are steps of a scale that only they tell.</source>
        <translation>선택지는 그들만이 정하는 척도의 단계입니다.</translation>
    </message>
    <message>
        <source>Options are ranges or part of one another: one answer could fit several.</source>
        <translation>선택지가 범위이거나 서로 포함됩니다. 한 답이 여럿에 맞을 수 있습니다.</translation>
    </message>
    <message>
        <source>The options are sentences; none would be found word by word.</source>
        <translation>선택지가 문장이라 그대로 맞힐 수 없습니다.</translation>
    </message>
    <message>
        <source>It is no question but a text that the options complete or judge.</source>
        <translation>질문이 아니라 선택지가 완성하거나 판단하는 글입니다.</translation>
    </message>
    <message>
        <source>Nothing says that the answer would be one and the same without options.</source>
        <translation>선택지가 없어도 답이 하나로 정해진다는 근거가 없습니다.</translation>
    </message>
    <message>
        <source>An option names others by letter or place: their order means something.</source>
        <translation>한 선택지가 다른 것을 글자나 자리로 부릅니다. 순서에 뜻이 있습니다.</translation>
    </message>
    <message>
        <source>The options are labels that stand in the image: their order is fixed.</source>
        <translation>선택지는 이미지 안의 표지라서 순서가 정해져 있습니다.</translation>
    </message>
    <message>
        <source>An option is empty, alone or there twice.</source>
        <translation>선택지가 비었거나 하나뿐이거나 두 번 나옵니다.</translation>
    </message>
    <message>
        <source>Several options are right together.</source>
        <translation>여러 선택지가 함께 정답입니다.</translation>
    </message>
    <message>
        <source>No option is known to be right.</source>
        <translation>정답인 선택지를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>It has no options.</source>
        <translation>선택지가 없습니다.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>There is no dataset with number %1</source>
        <translation>번호가 %1인 데이터셋이 없습니다</translation>
    </message>
    <message>
        <source>%1 ran out of memory on %2</source>
        <translation>%2에서 &quot;%1&quot; 검사의 메모리가 부족했습니다</translation>
    </message>
    <message>
        <source>%1 failed on %2: %3</source>
        <translation>%2에서 &quot;%1&quot; 검사가 실패했습니다: %3</translation>
    </message>
    <message>
        <source>There is not enough memory for this</source>
        <translation>메모리가 부족합니다</translation>
    </message>
    <message>
        <source>Close other programs, or work on a smaller file</source>
        <translation>다른 프로그램을 닫거나 더 작은 파일로 하세요</translation>
    </message>
    <message>
        <source>This failed in a way that was not foreseen: %1</source>
        <translation>예상하지 못한 방식으로 실패했습니다: %1</translation>
    </message>
    <message>
        <source>Please report it</source>
        <translation>이 문제를 알려 주세요</translation>
    </message>
    <message>
        <source>%1 exists already</source>
        <translation>%1이(가) 이미 있습니다</translation>
    </message>
    <message>
        <source>Choose another name, or open it</source>
        <translation>다른 이름을 고르거나 그 파일을 여세요</translation>
    </message>
    <message>
        <source>%1 cannot be made: %2</source>
        <translation>%1을(를) 만들 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Check the folder, its free space and your permissions</source>
        <translation>폴더와 남은 공간, 권한을 확인하세요</translation>
    </message>
    <message>
        <source>%1 is left of an older project of this name and would be mixed into the new one</source>
        <translation>%1은(는) 이름이 같은 예전 프로젝트가 남긴 파일이며 새 프로젝트에 섞일 수 있습니다</translation>
    </message>
    <message>
        <source>Move it away or delete it, or choose another name</source>
        <translation>그 파일을 옮기거나 지우거나, 다른 이름을 고르세요</translation>
    </message>
    <message>
        <source>%1 is a pipe, a device or a socket, not a file</source>
        <translation>%1은(는) 파일이 아니라 파이프나 장치, 소켓입니다</translation>
    </message>
    <message>
        <source>Write what it gives into a file first</source>
        <translation>먼저 그 내용을 파일로 저장하세요</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소했습니다</translation>
    </message>
    <message>
        <source>Check the disk and try again</source>
        <translation>디스크를 확인하고 다시 시도하세요</translation>
    </message>
    <message>
        <source>%1, line %2: the column names are %3, expected %4</source>
        <translation>%1, %2번째 줄: 열 이름이 %3입니다. 필요한 것: %4</translation>
    </message>
    <message>
        <source>Linting %1 was cancelled</source>
        <translation>%1 점검을 취소했습니다</translation>
    </message>
    <message>
        <source>The audit was cancelled</source>
        <translation>감사를 취소했습니다</translation>
    </message>
    <message>
        <source>Replace the image file</source>
        <translation>이미지 파일을 바꾸세요</translation>
    </message>
    <message>
        <source>The %1 image is damaged: its bytes end before the picture does</source>
        <translation>%1 이미지가 손상되었습니다. 그림이 끝나기 전에 바이트가 끝납니다</translation>
    </message>
    <message>
        <source>The %1 image is damaged</source>
        <translation>%1 이미지가 손상되었습니다</translation>
    </message>
    <message>
        <source>The %1 image is damaged: %2</source>
        <translation>%1 이미지가 손상되었습니다: %2</translation>
    </message>
    <message>
        <source>The image is a kind of %1 that is not supported: %2</source>
        <translation>지원되지 않는 종류의 %1 이미지입니다: %2</translation>
    </message>
    <message>
        <source>Save the image anew with another program</source>
        <translation>다른 프로그램으로 이미지를 다시 저장하세요</translation>
    </message>
    <message>
        <source>Make the image smaller</source>
        <translation>이미지를 줄이세요</translation>
    </message>
    <message>
        <source>The image has %1 bytes, more than the limit of %2</source>
        <translation>이미지가 %1바이트로 한도 %2바이트를 넘습니다</translation>
    </message>
    <message>
        <source>The image claims %1 x %2 pixels, more than the limit of %3 pixels</source>
        <translation>이미지가 %1 x %2 픽셀이라고 하며, 한도 %3픽셀을 넘습니다</translation>
    </message>
    <message>
        <source>The bytes are not an image of a supported format (PNG, JPEG, GIF, BMP, WebP, TIFF, PNM)</source>
        <translation>지원되는 형식(PNG, JPEG, GIF, BMP, WebP, TIFF, PNM)의 이미지가 아닙니다</translation>
    </message>
    <message>
        <source>The image is an animated WebP, not supported</source>
        <translation>움직이는 WebP 이미지이며, 지원되지 않습니다</translation>
    </message>
    <message>
        <source>Save the frame that is meant as an image of its own</source>
        <translation>뜻하는 프레임을 따로 이미지로 저장하세요</translation>
    </message>
    <message>
        <source>The image takes %1 bytes to decode, more than the limit of %2</source>
        <translation>이미지를 여는 데 %1바이트가 들며, 한도 %2바이트를 넘습니다</translation>
    </message>
    <message>
        <source>The %1 image takes more time or memory to decode than one may</source>
        <translation>%1 이미지를 여는 데 허용된 것보다 많은 시간이나 메모리가 듭니다</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1을(를) 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Check that the file exists and that you may read it</source>
        <translation>파일이 있는지, 읽을 권한이 있는지 확인하세요</translation>
    </message>
    <message>
        <source>%1 has no header row</source>
        <translation>%1에 머리글 행이 없습니다</translation>
    </message>
    <message>
        <source>Check that it is a table with column names in the first row</source>
        <translation>첫 행에 열 이름이 있는 표인지 확인하세요</translation>
    </message>
    <message>
        <source>%1, line %2: the column names are not UTF-8</source>
        <translation>%1, %2번째 줄: 열 이름이 UTF-8이 아닙니다</translation>
    </message>
    <message>
        <source>Save the file as UTF-8</source>
        <translation>파일을 UTF-8로 저장하세요</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot;</source>
        <translation>&quot;%1&quot; 필드는 없습니다</translation>
    </message>
    <message>
        <source>The fields are %1</source>
        <translation>필드: %1</translation>
    </message>
    <message>
        <source>%1 has no column &quot;%2&quot;</source>
        <translation>%1에 &quot;%2&quot; 열이 없습니다</translation>
    </message>
    <message>
        <source>Its columns are %1</source>
        <translation>열: %1</translation>
    </message>
    <message>
        <source>Save it as CSV, TSV or JSONL and import that</source>
        <translation>CSV, TSV 또는 JSONL로 저장해 가져오세요</translation>
    </message>
    <message>
        <source>an Excel workbook (xlsx)</source>
        <translation>Excel 통합 문서(xlsx)</translation>
    </message>
    <message>
        <source>a PyTorch file</source>
        <translation>PyTorch 파일</translation>
    </message>
    <message>
        <source>Pickles are never loaded; save the data as JSONL</source>
        <translation>피클은 읽지 않습니다. 데이터를 JSONL로 저장하세요</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ZIP 압축 파일</translation>
    </message>
    <message>
        <source>Unpack it and import the files in it</source>
        <translation>압축을 풀고 그 안의 파일을 가져오세요</translation>
    </message>
    <message>
        <source>a Parquet file</source>
        <translation>Parquet 파일</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>SQLite 데이터베이스</translation>
    </message>
    <message>
        <source>A Winnow project is opened, not imported</source>
        <translation>Winnow 프로젝트는 가져오지 않고 엽니다</translation>
    </message>
    <message>
        <source>a PNG image</source>
        <translation>PNG 이미지</translation>
    </message>
    <message>
        <source>a JPEG image</source>
        <translation>JPEG 이미지</translation>
    </message>
    <message>
        <source>a GIF image</source>
        <translation>GIF 이미지</translation>
    </message>
    <message>
        <source>a WebP image</source>
        <translation>WebP 이미지</translation>
    </message>
    <message>
        <source>a TIFF image</source>
        <translation>TIFF 이미지</translation>
    </message>
    <message>
        <source>Import the table that names the images</source>
        <translation>이미지를 가리키는 표를 가져오세요</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 문서</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>gzip 압축 파일</translation>
    </message>
    <message>
        <source>Unpack it first</source>
        <translation>먼저 압축을 푸세요</translation>
    </message>
    <message>
        <source>a zstd archive</source>
        <translation>zstd 압축 파일</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>bzip2 압축 파일</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>xz 압축 파일</translation>
    </message>
    <message>
        <source>a 7z archive</source>
        <translation>7z 압축 파일</translation>
    </message>
    <message>
        <source>a tar archive</source>
        <translation>tar 묶음 파일</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation>NumPy 배열</translation>
    </message>
    <message>
        <source>an HDF5 file</source>
        <translation>HDF5 파일</translation>
    </message>
    <message>
        <source>an Arrow file</source>
        <translation>Arrow 파일</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Choose a data file</source>
        <translation>데이터 파일을 고르세요</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>빈 파일</translation>
    </message>
    <message>
        <source>Check how it was made</source>
        <translation>어떻게 만들었는지 확인하세요</translation>
    </message>
    <message>
        <source>a Python pickle</source>
        <translation>Python 피클</translation>
    </message>
    <message>
        <source>Pickles can run programs and are never loaded; save the data as JSONL</source>
        <translation>피클은 프로그램을 실행할 수 있어 읽지 않습니다. 데이터를 JSONL로 저장하세요</translation>
    </message>
    <message>
        <source>UTF-16 text</source>
        <translation>UTF-16 텍스트</translation>
    </message>
    <message>
        <source>Save it as UTF-8</source>
        <translation>UTF-8로 저장하세요</translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation>이진 파일</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>웹 페이지</translation>
    </message>
    <message>
        <source>The download was probably an error page; fetch the file again</source>
        <translation>오류 페이지를 내려받은 듯합니다. 파일을 다시 받으세요</translation>
    </message>
    <message>
        <source>an XML document</source>
        <translation>XML 문서</translation>
    </message>
    <message>
        <source>a Git LFS pointer, not the file itself</source>
        <translation>Git LFS 포인터(파일 자체가 아님)</translation>
    </message>
    <message>
        <source>Run &quot;git lfs pull&quot;</source>
        <translation>&quot;git lfs pull&quot;을 실행하세요</translation>
    </message>
    <message>
        <source>%1 is a folder</source>
        <translation>%1은(는) 폴더입니다</translation>
    </message>
    <message>
        <source>Choose a file in it</source>
        <translation>그 안의 파일을 고르세요</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1의 종류: %2</translation>
    </message>
    <message>
        <source>%1 holds no record that can be read</source>
        <translation>%1에 읽을 수 있는 레코드가 없습니다</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot;</source>
        <translation>&quot;%1&quot; 형식은 없습니다</translation>
    </message>
    <message>
        <source>The formats are %1</source>
        <translation>형식: %1</translation>
    </message>
    <message>
        <source>The keys of %1 fit several datasets</source>
        <translation>%1의 키가 여러 데이터셋에 맞습니다</translation>
    </message>
    <message>
        <source>No dataset of the project has the sample keys of %1</source>
        <translation>%1의 샘플 키를 가진 데이터셋이 프로젝트에 없습니다</translation>
    </message>
    <message>
        <source>The keys of %1 are taken by other samples of &quot;%2&quot;</source>
        <translation>%1의 키를 &quot;%2&quot;의 다른 샘플이 쓰고 있습니다</translation>
    </message>
    <message>
        <source>%1 has no column for %2</source>
        <translation>%1에 %2 열이 없습니다</translation>
    </message>
    <message>
        <source>Cancelled; the project is as before</source>
        <translation>취소했습니다. 프로젝트는 이전과 같습니다</translation>
    </message>
    <message>
        <source>The project has %1 datasets; judgements belong to one</source>
        <translation>프로젝트에 데이터셋이 %1개 있습니다. 판정은 하나에 속합니다</translation>
    </message>
    <message>
        <source>There is no dataset &quot;%1&quot;</source>
        <translation>&quot;%1&quot; 데이터셋이 없습니다</translation>
    </message>
    <message>
        <source>There is no scorer &quot;%1&quot;</source>
        <translation>&quot;%1&quot; 채점기는 없습니다</translation>
    </message>
    <message>
        <source>The scorers are %1</source>
        <translation>채점기: %1</translation>
    </message>
    <message>
        <source>The import of %1 was cancelled</source>
        <translation>%1 가져오기를 취소했습니다</translation>
    </message>
    <message>
        <source>The project is as it was before</source>
        <translation>프로젝트는 이전과 같습니다</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>다른 이름을 고르세요</translation>
    </message>
    <message>
        <source>%1 was replaced, moved or deleted while Winnow had it open</source>
        <translation>Winnow에서 열어 둔 동안 %1이(가) 바뀌었거나 옮겨졌거나 삭제되었습니다</translation>
    </message>
    <message>
        <source>Nothing is written there any more: put the file back, or open the project again</source>
        <translation>더는 그곳에 쓰지 않습니다. 파일을 되돌려 놓거나 프로젝트를 다시 여세요</translation>
    </message>
    <message>
        <source>The locks on %1 were lost</source>
        <translation>%1의 잠금이 사라졌습니다</translation>
    </message>
    <message>
        <source>Open the project again</source>
        <translation>프로젝트를 다시 여세요</translation>
    </message>
    <message>
        <source>The backup %1 is damaged (%2)</source>
        <translation>백업 %1이(가) 손상되었습니다(%2)</translation>
    </message>
    <message>
        <source>There is no whole backup beside %1</source>
        <translation>%1 옆에 온전한 백업이 없습니다</translation>
    </message>
    <message>
        <source>Try &quot;winnow-cli check %1 --repair&quot;</source>
        <translation>&quot;winnow-cli check %1 --repair&quot;를 해 보세요</translation>
    </message>
    <message>
        <source>%1 cannot be kept as %2: %3</source>
        <translation>%1을(를) %2(으)로 남겨 둘 수 없습니다: %3</translation>
    </message>
    <message>
        <source>Make room or give yourself the right to write there</source>
        <translation>공간을 비우거나 그곳에 쓸 권한을 얻으세요</translation>
    </message>
    <message>
        <source>The disk of %1 is nearly full: no backup is made</source>
        <translation>%1의 디스크가 거의 찼습니다. 백업을 만들지 않습니다</translation>
    </message>
    <message>
        <source>Free some space</source>
        <translation>공간을 비우세요</translation>
    </message>
    <message>
        <source>%1 is open: nothing was restored</source>
        <translation>%1이(가) 열려 있어 아무것도 복원하지 않았습니다</translation>
    </message>
    <message>
        <source>Close it everywhere, then try again</source>
        <translation>모든 곳에서 닫고 다시 하세요</translation>
    </message>
    <message>
        <source>%1 is the project itself</source>
        <translation>%1은(는) 그 프로젝트 자신입니다</translation>
    </message>
    <message>
        <source>%1 holds %2, which is not part of an export or was changed since; nothing was written</source>
        <translation>%1에 내보내기에 속하지 않거나 그 뒤에 바뀐 %2이(가) 있어 아무것도 쓰지 않았습니다</translation>
    </message>
    <message>
        <source>Choose a new or an empty folder, for example a subfolder of this one</source>
        <translation>새 폴더나 빈 폴더를 고르세요. 예를 들어 이 폴더의 하위 폴더</translation>
    </message>
    <message>
        <source>Files that an earlier export moved away when it was killed are in %1</source>
        <translation>이전 내보내기가 강제 종료될 때 옮겨 둔 파일이 %1에 있습니다</translation>
    </message>
    <message>
        <source>%1 is one file, but the project has %2 datasets</source>
        <translation>%1은(는) 파일 하나인데 프로젝트에는 데이터셋이 %2개 있습니다</translation>
    </message>
    <message>
        <source>Give a folder, or choose one dataset</source>
        <translation>폴더를 지정하거나 데이터셋 하나를 고르세요</translation>
    </message>
    <message>
        <source>%1 is one file, and images in a folder need a folder</source>
        <translation>%1은(는) 파일 하나라서 이미지를 폴더에 둘 수 없습니다</translation>
    </message>
    <message>
        <source>Embed the images, or give a folder</source>
        <translation>이미지를 파일에 포함하거나 폴더를 지정하세요</translation>
    </message>
    <message>
        <source>The export is not in the project&apos;s list: %1</source>
        <translation>내보내기를 프로젝트 목록에 적지 못했습니다: %1</translation>
    </message>
    <message>
        <source>No place to write to was given</source>
        <translation>쓸 곳이 지정되지 않았습니다</translation>
    </message>
    <message>
        <source>Give a folder or a file name</source>
        <translation>폴더나 파일 이름을 지정하세요</translation>
    </message>
    <message>
        <source>%1 is a link to what is not there</source>
        <translation>%1은(는) 없는 곳을 가리키는 링크입니다</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>다른 곳을 고르세요</translation>
    </message>
    <message>
        <source>%1 is not a regular file</source>
        <translation>%1은(는) 일반 파일이 아닙니다</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder</source>
        <translation>%1은(는) 폴더가 아니라 파일입니다</translation>
    </message>
    <message>
        <source>%1 holds %2, an image that this project shows; nothing was written</source>
        <translation>%1에 이 프로젝트가 보여 주는 이미지 %2이(가) 있어 아무것도 쓰지 않았습니다</translation>
    </message>
    <message>
        <source>%1 was written, but the disk did not confirm it: %2</source>
        <translation>%1을(를) 썼지만 디스크가 확인해 주지 않았습니다: %2</translation>
    </message>
    <message>
        <source>The file system cannot exchange %1 for a new export in one step; nothing was replaced</source>
        <translation>파일 시스템이 %1을(를) 새 내보내기와 한 번에 맞바꿀 수 없어 아무것도 바꾸지 않았습니다</translation>
    </message>
    <message>
        <source>Export to a new folder, for example a subfolder of this one</source>
        <translation>새 폴더로 내보내세요. 예를 들어 이 폴더의 하위 폴더</translation>
    </message>
    <message>
        <source>%1 was made by another while the export ran; nothing was written</source>
        <translation>내보내는 동안 다른 프로그램이 %1을(를) 만들어 아무것도 쓰지 않았습니다</translation>
    </message>
    <message>
        <source>What came into the old folder while it was replaced is in %1</source>
        <translation>바꾸는 동안 이전 폴더에 들어온 파일은 %1에 있습니다</translation>
    </message>
    <message>
        <source>%1 could not be written: %2; it is as it was, but %3 is of the new export</source>
        <translation>%1을(를) 쓰지 못했습니다: %2. 그 파일은 그대로이지만 %3은(는) 새 내보내기의 것입니다</translation>
    </message>
    <message>
        <source>Check the folder and its permissions</source>
        <translation>폴더와 권한을 확인하세요</translation>
    </message>
    <message>
        <source>The folder %1 cannot be created</source>
        <translation>%1 폴더를 만들 수 없습니다</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to</source>
        <translation>쓰기 권한이 있는 폴더를 고르세요</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1에 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 is there: another export is writing to %2, or one was killed</source>
        <translation>%1이(가) 있습니다: 다른 내보내기가 %2에 쓰는 중이거나 강제 종료되었습니다</translation>
    </message>
    <message>
        <source>When no export runs, remove it and try again</source>
        <translation>실행 중인 내보내기가 없으면 지우고 다시 시도하세요</translation>
    </message>
    <message>
        <source>Another export is writing to %1</source>
        <translation>다른 내보내기가 %1에 쓰는 중입니다</translation>
    </message>
    <message>
        <source>Wait until it is done, or choose another place</source>
        <translation>끝날 때까지 기다리거나 다른 곳을 고르세요</translation>
    </message>
    <message>
        <source>%1 could not be written: the disk is full; nothing was exported</source>
        <translation>%1을(를) 쓰지 못했습니다: 디스크가 가득 찼습니다. 아무것도 내보내지 않았습니다</translation>
    </message>
    <message>
        <source>Free some space or choose another folder</source>
        <translation>공간을 비우거나 다른 폴더를 고르세요</translation>
    </message>
    <message>
        <source>%1 could not be written: %2; nothing was exported</source>
        <translation>%1을(를) 쓰지 못했습니다: %2. 아무것도 내보내지 않았습니다</translation>
    </message>
    <message>
        <source>The image is in the format %1, not supported</source>
        <translation>이미지 형식이 지원되지 않는 %1입니다</translation>
    </message>
    <message>
        <source>Save it as PNG, JPEG or WebP</source>
        <translation>PNG, JPEG 또는 WebP로 저장하세요</translation>
    </message>
    <message>
        <source>%1 has no column with a model&apos;s reply</source>
        <translation>%1에 모델의 응답이 담긴 열이 없습니다</translation>
    </message>
    <message>
        <source>Nothing of %1 can be imported: all of its %2 records were rejected, the first (line %3) because of &quot;%4&quot;, where this is expected: %5</source>
        <translation>%1에서 가져올 수 있는 것이 없습니다. 레코드 %2개가 모두 거부되었고, 첫 번째(%3행)는 &quot;%4&quot; 때문입니다. 필요한 것: %5</translation>
    </message>
    <message>
        <source>%1 is a table by columns that differ in length (%2)</source>
        <translation>%1은(는) 열마다 길이가 다른 열 단위 표입니다 (%2)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in %2 says the gold answer of every sample: it is the key, not a model</source>
        <translation>%2의 &quot;%1&quot; 열은 모든 샘플의 정답과 같습니다. 모델의 답이 아니라 정답 열입니다</translation>
    </message>
    <message>
        <source>Import the table that names the images, and give their folder as that of the images</source>
        <translation>이미지 이름이 적힌 표를 가져오고, 그 폴더를 이미지 폴더로 지정하세요</translation>
    </message>
    <message>
        <source>Looked for response, prediction, output, messages, choices, score and the like; its columns are %1. Choose the column of the raw responses</source>
        <translation>response, prediction, output, messages, choices, score 등을 찾았습니다. 파일의 열은 %1입니다. 원문 응답의 열을 고르세요</translation>
    </message>
    <message>
        <source>Its columns are %1; choose which of them is what</source>
        <translation>파일의 열은 %1입니다. 어느 열이 무엇인지 고르세요</translation>
    </message>
    <message>
        <source>Import the benchmark first, or choose the column of the sample key</source>
        <translation>벤치마크를 먼저 가져오거나 샘플 키의 열을 고르세요</translation>
    </message>
    <message>
        <source>Name the dataset that is meant</source>
        <translation>어느 데이터셋인지 지정하세요</translation>
    </message>
    <message>
        <source>Name another dataset for it, or choose the column of the sample key</source>
        <translation>다른 데이터셋 이름을 지정하거나 샘플 키의 열을 고르세요</translation>
    </message>
    <message>
        <source>Choose the column of the raw responses, or choose &quot;%1&quot; as the parsed answer if it is a model&apos;s after all</source>
        <translation>원문 응답의 열을 고르거나, 정말 모델의 답이라면 &quot;%1&quot;을(를) 읽은 답으로 고르세요</translation>
    </message>
    <message>
        <source>Make room and import again</source>
        <translation>공간을 확보하고 다시 가져오세요</translation>
    </message>
    <message>
        <source>There is no preset &quot;%1&quot;</source>
        <translation>&quot;%1&quot; 프리셋이 없습니다</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>쓸 수 있는 것: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; sets nothing</source>
        <translation>&quot;%1&quot;은(는) 아무것도 설정하지 않습니다</translation>
    </message>
    <message>
        <source>Write detector.parameter=value with a detector of the list.</source>
        <translation>목록에 있는 검사로 detector.parameter=value 형식을 쓰세요.</translation>
    </message>
    <message>
        <source>There is no detector &quot;%1&quot;</source>
        <translation>&quot;%1&quot; 검사가 없습니다</translation>
    </message>
    <message>
        <source>%1 has no parameter &quot;%2&quot;</source>
        <translation>%1에 &quot;%2&quot; 매개변수가 없습니다</translation>
    </message>
    <message>
        <source>It has none to set.</source>
        <translation>설정할 것이 없습니다.</translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation>있는 것: %1.</translation>
    </message>
    <message>
        <source>%1.%2 cannot be &quot;%3&quot;</source>
        <translation>%1.%2은(는) &quot;%3&quot;일 수 없습니다</translation>
    </message>
    <message>
        <source>Give %1.</source>
        <translation>%1을(를) 지정하세요.</translation>
    </message>
    <message>
        <source>Give your name once in the settings</source>
        <translation>설정에서 이름을 한 번 입력하세요</translation>
    </message>
    <message>
        <source>Choose one of the kinds that the detectors find</source>
        <translation>검사가 찾는 종류 중 하나를 고르세요</translation>
    </message>
    <message>
        <source>Look which flags it has</source>
        <translation>어떤 플래그가 있는지 확인하세요</translation>
    </message>
    <message>
        <source>Check the name, or create it</source>
        <translation>이름을 확인하거나 새로 만드세요</translation>
    </message>
    <message>
        <source>Choose one of the project&apos;s datasets</source>
        <translation>프로젝트의 데이터셋 중 하나를 고르세요</translation>
    </message>
    <message>
        <source>Choose another backup</source>
        <translation>다른 백업을 고르세요</translation>
    </message>
    <message>
        <source>The dataset is not in the project</source>
        <translation>데이터셋이 프로젝트에 없습니다</translation>
    </message>
    <message>
        <source>The demo cannot have %1 samples</source>
        <translation>데모의 샘플은 %1개일 수 없습니다</translation>
    </message>
    <message>
        <source>Give a number from 50 to 20000</source>
        <translation>50부터 20000까지의 수를 지정하세요</translation>
    </message>
    <message>
        <source>The demo cannot have %1 models</source>
        <translation>데모의 모델은 %1개일 수 없습니다</translation>
    </message>
    <message>
        <source>Give a number from 1 to 60</source>
        <translation>1부터 60까지의 수를 지정하세요</translation>
    </message>
    <message>
        <source>Making the demo was cancelled</source>
        <translation>데모 만들기를 취소했습니다</translation>
    </message>
    <message>
        <source>The project %1 already has a dataset %2</source>
        <translation>%1 프로젝트에 %2 데이터셋이 이미 있습니다</translation>
    </message>
    <message>
        <source>Make the demo in a new project</source>
        <translation>새 프로젝트에 데모를 만드세요</translation>
    </message>
    <message>
        <source>A policy needs a name</source>
        <translation>정책에는 이름이 필요합니다</translation>
    </message>
    <message>
        <source>There is no flag kind &quot;%1&quot;</source>
        <translation>&quot;%1&quot; 플래그 종류가 없습니다</translation>
    </message>
    <message>
        <source>The policy&apos;s rule for %1 names an unknown disposition</source>
        <translation>%1에 대한 정책 규칙이 알 수 없는 처리를 가리킵니다</translation>
    </message>
    <message>
        <source>Use keep, drop, fix, convert or circular</source>
        <translation>keep, drop, fix, convert, circular 중 하나를 쓰세요</translation>
    </message>
    <message>
        <source>Cancelled; nothing was exported</source>
        <translation>취소했습니다. 아무것도 내보내지 않았습니다</translation>
    </message>
    <message>
        <source>A sample of the plan is gone from the project</source>
        <translation>내보낼 샘플 하나가 프로젝트에서 사라졌습니다</translation>
    </message>
    <message>
        <source>Make the plan again</source>
        <translation>내보내기 계획을 다시 만드세요</translation>
    </message>
    <message>
        <source>%1 cannot be written as %2: %3</source>
        <translation>%1을(를) %2 형식으로 쓸 수 없습니다: %3</translation>
    </message>
    <message>
        <source>Choose another format or drop the sample</source>
        <translation>다른 형식을 고르거나 샘플을 제외하세요</translation>
    </message>
    <message>
        <source>%1 is not the file that was imported any more, only its name is written</source>
        <translation>%1은(는) 더 이상 가져온 그 파일이 아니어서 이름만 씁니다</translation>
    </message>
    <message>
        <source>%1 is missing, only its name is written</source>
        <translation>%1이(가) 없어서 이름만 씁니다</translation>
    </message>
    <message>
        <source>%1 is no image, only its name is written</source>
        <translation>%1은(는) 이미지가 아니어서 이름만 씁니다</translation>
    </message>
    <message>
        <source>There is no policy &quot;%1&quot;</source>
        <translation>&quot;%1&quot; 정책이 없습니다</translation>
    </message>
    <message>
        <source>The policies are %1</source>
        <translation>있는 정책: %1</translation>
    </message>
    <message>
        <source>There is no subset &quot;%1&quot;</source>
        <translation>&quot;%1&quot; 부분집합이 없습니다</translation>
    </message>
    <message>
        <source>%1 is not a manifest of Winnow</source>
        <translation>%1은(는) Winnow의 매니페스트가 아닙니다</translation>
    </message>
    <message>
        <source>%1 was changed since it was written</source>
        <translation>%1은(는) 쓴 뒤에 바뀌었습니다</translation>
    </message>
    <message>
        <source>it has %1 options, the format has columns for %2</source>
        <translation>보기가 %1개인데 이 형식의 열은 %2개뿐입니다</translation>
    </message>
    <message>
        <source>a header of %1 bytes</source>
        <translation>%1바이트 헤더</translation>
    </message>
    <message>
        <source>it has no size</source>
        <translation>크기가 없습니다</translation>
    </message>
    <message>
        <source>%1 bits, compression %2</source>
        <translation>%1비트, 압축 방식 %2</translation>
    </message>
    <message>
        <source>its bytes end before the picture does</source>
        <translation>그림이 끝나기 전에 바이트가 끝납니다</translation>
    </message>
    <message>
        <source>an unknown block</source>
        <translation>알 수 없는 블록</translation>
    </message>
    <message>
        <source>its first frame has another size than its header says</source>
        <translation>첫 프레임의 크기가 헤더와 다릅니다</translation>
    </message>
    <message>
        <source>its first frame has no colours</source>
        <translation>첫 프레임에 색이 없습니다</translation>
    </message>
    <message>
        <source>it has no frame</source>
        <translation>프레임이 없습니다</translation>
    </message>
    <message>
        <source>its header has no size</source>
        <translation>헤더에 크기가 없습니다</translation>
    </message>
    <message>
        <source>its parts say %1 x %2 and %3 x %4 pixels</source>
        <translation>부분마다 픽셀 크기가 %1 x %2와 %3 x %4로 다릅니다</translation>
    </message>
    <message>
        <source>The image cannot be encoded: %1</source>
        <translation>이미지를 인코딩할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The image cannot be encoded</source>
        <translation>이미지를 인코딩할 수 없습니다</translation>
    </message>
    <message>
        <source>The image cannot be decoded: %1</source>
        <translation>이미지를 디코딩할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>There is no image file %1</source>
        <translation>이미지 파일 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>Check the image folder</source>
        <translation>이미지 폴더를 확인하세요</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, more than the limit of %3</source>
        <translation>%1의 크기는 %2바이트로 한도 %3바이트를 넘습니다</translation>
    </message>
    <message>
        <source>Check the disk</source>
        <translation>디스크를 확인하세요</translation>
    </message>
    <message>
        <source>There is no file %1</source>
        <translation>파일 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>채널 %1개</translation>
    </message>
    <message>
        <source>its rows are not as wide as its header says</source>
        <translation>행의 너비가 헤더와 다릅니다</translation>
    </message>
    <message>
        <source>The image cannot be measured: %1</source>
        <translation>이미지를 측정할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Measuring images was cancelled</source>
        <translation>이미지 측정을 취소했습니다</translation>
    </message>
    <message>
        <source>compression %1</source>
        <translation>압축 방식 %1</translation>
    </message>
    <message>
        <source>its parts contradict each other</source>
        <translation>부분들이 서로 맞지 않습니다</translation>
    </message>
    <message>
        <source>an animation</source>
        <translation>애니메이션</translation>
    </message>
    <message>
        <source>it holds no picture</source>
        <translation>그림이 들어 있지 않습니다</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>다른 폴더를 고르세요</translation>
    </message>
    <message>
        <source>The project no longer has the sample with id %1</source>
        <translation>ID %1인 샘플이 더 이상 프로젝트에 없습니다</translation>
    </message>
    <message>
        <source>Open the queue again</source>
        <translation>대기열을 다시 여세요</translation>
    </message>
    <message>
        <source>Check the disk, its free space and your permissions</source>
        <translation>디스크와 남은 공간, 권한을 확인하세요</translation>
    </message>
    <message>
        <source>%1 is damaged (a page is not what was written)</source>
        <translation>%1이(가) 손상되었습니다(쓴 내용과 다른 페이지가 있음)</translation>
    </message>
    <message>
        <source>Keep the file, and bring a backup back or run &quot;winnow-cli check --repair&quot;</source>
        <translation>파일을 그대로 두고, 백업을 되돌리거나 &quot;winnow-cli check --repair&quot;를 실행하세요</translation>
    </message>
    <message>
        <source>%1: the disk is full; nothing was changed</source>
        <translation>%1: 디스크가 가득 찼습니다. 아무것도 바뀌지 않았습니다</translation>
    </message>
    <message>
        <source>Free some space and try again</source>
        <translation>공간을 비우고 다시 시도하세요</translation>
    </message>
    <message>
        <source>%1: reading or writing failed (%2)</source>
        <translation>%1: 읽거나 쓰지 못했습니다(%2)</translation>
    </message>
    <message>
        <source>%1 is damaged (%2)</source>
        <translation>%1이(가) 손상되었습니다(%2)</translation>
    </message>
    <message>
        <source>Keep the file, and restore the backup beside it or run &quot;winnow-cli check --repair&quot;</source>
        <translation>파일을 그대로 두고, 옆에 있는 백업을 복원하거나 &quot;winnow-cli check --repair&quot;를 실행하세요</translation>
    </message>
    <message>
        <source>%1 is not a Winnow project</source>
        <translation>%1은(는) Winnow 프로젝트가 아닙니다</translation>
    </message>
    <message>
        <source>Choose a .winnow file, or import this file into a project</source>
        <translation>.winnow 파일을 고르거나 이 파일을 프로젝트로 가져오세요</translation>
    </message>
    <message>
        <source>%1 is being written by another program</source>
        <translation>다른 프로그램이 %1에 쓰는 중입니다</translation>
    </message>
    <message>
        <source>Wait until it has finished, then try again</source>
        <translation>끝날 때까지 기다렸다가 다시 시도하세요</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1에 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Copy it to a folder that you may write to</source>
        <translation>쓰기 권한이 있는 폴더로 복사하세요</translation>
    </message>
    <message>
        <source>%1 cannot be opened</source>
        <translation>%1을(를) 열 수 없습니다</translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may read and write it</source>
        <translation>폴더가 있는지, 읽고 쓸 권한이 있는지 확인하세요</translation>
    </message>
    <message>
        <source>%1: a value is too large to store</source>
        <translation>%1: 저장하기에 너무 큰 값이 있습니다</translation>
    </message>
    <message>
        <source>%1 is not a file</source>
        <translation>%1은(는) 파일이 아닙니다</translation>
    </message>
    <message>
        <source>Choose a .winnow file</source>
        <translation>.winnow 파일을 고르세요</translation>
    </message>
    <message>
        <source>Check that you may read it</source>
        <translation>읽을 권한이 있는지 확인하세요</translation>
    </message>
    <message>
        <source>A decision needs the annotator&apos;s name</source>
        <translation>결정에는 주석자의 이름이 필요합니다</translation>
    </message>
    <message>
        <source>The decision says nothing</source>
        <translation>결정에 내용이 없습니다</translation>
    </message>
    <message>
        <source>Give a verdict, an action or a note</source>
        <translation>판정, 조치, 메모 중 하나를 입력하세요</translation>
    </message>
    <message>
        <source>A verdict needs the kind of flag that it is about</source>
        <translation>판정에는 대상 플래그의 종류가 필요합니다</translation>
    </message>
    <message>
        <source>There is no sample with id %1</source>
        <translation>ID %1인 샘플이 없습니다</translation>
    </message>
    <message>
        <source>%1 has no flag of kind %2</source>
        <translation>%1에 %2 종류의 플래그가 없습니다</translation>
    </message>
    <message>
        <source>%1 is open read-only</source>
        <translation>%1이(가) 읽기 전용으로 열려 있습니다</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1이(가) 없습니다</translation>
    </message>
    <message>
        <source>Put it back beside the project file</source>
        <translation>프로젝트 파일 옆에 다시 두세요</translation>
    </message>
    <message>
        <source>%1 holds no images</source>
        <translation>%1에 이미지가 없습니다</translation>
    </message>
    <message>
        <source>Import the file that held them again</source>
        <translation>이미지가 들어 있던 파일을 다시 가져오세요</translation>
    </message>
    <message>
        <source>The image %1 is not in %2</source>
        <translation>이미지 %1이(가) %2에 없습니다</translation>
    </message>
    <message>
        <source>Import the file that held it again</source>
        <translation>이미지가 들어 있던 파일을 다시 가져오세요</translation>
    </message>
    <message>
        <source>%1 has no decision to undo</source>
        <translation>%1에게 취소할 결정이 없습니다</translation>
    </message>
    <message>
        <source>%1 has nothing to redo</source>
        <translation>%1에게 다시 실행할 것이 없습니다</translation>
    </message>
    <message>
        <source>Copy it to a folder that you may write to, and open the copy</source>
        <translation>쓰기 권한이 있는 폴더로 복사한 뒤 그 사본을 여세요</translation>
    </message>
    <message>
        <source>%1 is moved away again and again</source>
        <translation>%1이(가) 자꾸 다른 곳으로 옮겨집니다</translation>
    </message>
    <message>
        <source>%1 does not take %2 events of its journal</source>
        <translation>%1이(가) 저널의 기록 %2개를 받아들이지 않습니다</translation>
    </message>
    <message>
        <source>They stay in %1; &quot;winnow-cli check&quot; says more</source>
        <translation>기록은 %1에 남아 있습니다. &quot;winnow-cli check&quot;가 자세히 알려 줍니다</translation>
    </message>
    <message>
        <source>Choose a project, a journal, or what &quot;winnow-cli ledger&quot; wrote</source>
        <translation>프로젝트, 저널, 또는 &quot;winnow-cli ledger&quot;가 쓴 파일을 고르세요</translation>
    </message>
    <message>
        <source>%1 holds no ledger events</source>
        <translation>%1에 원장 기록이 없습니다</translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation>%1이(가) 없습니다</translation>
    </message>
    <message>
        <source>Check the name</source>
        <translation>이름을 확인하세요</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space</source>
        <translation>다른 폴더를 고르거나 공간을 비우세요</translation>
    </message>
    <message>
        <source>%1: %2 failed (%3)</source>
        <translation>%1: %2 실패(%3)</translation>
    </message>
    <message>
        <source>Move it away; the journal is then written again from the project</source>
        <translation>다른 곳으로 옮기세요. 그러면 프로젝트에서 저널을 다시 씁니다</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>%1 is the journal of another project</source>
        <translation>%1은(는) 다른 프로젝트의 저널입니다</translation>
    </message>
    <message>
        <source>Move it back beside its project</source>
        <translation>원래 프로젝트 옆으로 되돌려 놓으세요</translation>
    </message>
    <message>
        <source>locking</source>
        <translation>잠그기</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>읽기</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1을(를) 쓰지 못했습니다</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>waiting for the disk</source>
        <translation>디스크 대기</translation>
    </message>
    <message>
        <source>creating</source>
        <translation>만들기</translation>
    </message>
    <message>
        <source>%1 exists</source>
        <translation>%1이(가) 있습니다</translation>
    </message>
    <message>
        <source>setting it aside</source>
        <translation>옮겨 두기</translation>
    </message>
    <message>
        <source>%1 cannot be set aside: too many old ones</source>
        <translation>%1을(를) 옮겨 둘 수 없습니다. 이전 것이 너무 많습니다</translation>
    </message>
    <message>
        <source>Move the files %1.%2-* away</source>
        <translation>%1.%2-* 파일을 다른 곳으로 옮기세요</translation>
    </message>
    <message>
        <source>%1 was written by a newer Winnow (file version %2, this program knows %3)</source>
        <translation>%1은(는) 더 새로운 Winnow가 쓴 파일입니다(파일 버전 %2, 이 프로그램은 %3까지)</translation>
    </message>
    <message>
        <source>Install the newer Winnow, or open a backup of the file</source>
        <translation>새 Winnow를 설치하거나 파일의 백업을 여세요</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1은(는) 비어 있습니다</translation>
    </message>
    <message>
        <source>Go back to a backup of it, or choose another file</source>
        <translation>백업으로 돌아가거나 다른 파일을 고르세요</translation>
    </message>
    <message>
        <source>%1 is cut off after %2 bytes</source>
        <translation>%1이(가) %2바이트에서 잘렸습니다</translation>
    </message>
    <message>
        <source>Restore the backup beside it</source>
        <translation>옆에 있는 백업을 복원하세요</translation>
    </message>
    <message>
        <source>%1 is an SQLite database, but not a Winnow project</source>
        <translation>%1은(는) SQLite 데이터베이스이지만 Winnow 프로젝트가 아닙니다</translation>
    </message>
    <message>
        <source>%1 is not opened: %2, and could change or hide what is written</source>
        <translation>%1을(를) 열지 않습니다: %2. 쓰는 내용을 바꾸거나 숨길 수 있습니다</translation>
    </message>
    <message>
        <source>&quot;winnow-cli check %1 --repair&quot; puts that right</source>
        <translation>&quot;winnow-cli check %1 --repair&quot;로 바로잡을 수 있습니다</translation>
    </message>
    <message>
        <source>%1 was written by an older Winnow and must be upgraded, but another program has it open</source>
        <translation>%1은(는) 이전 Winnow가 쓴 파일이라 업그레이드해야 하지만, 다른 프로그램이 열고 있습니다</translation>
    </message>
    <message>
        <source>Close it there, then open it again</source>
        <translation>그 프로그램에서 닫은 뒤 다시 여세요</translation>
    </message>
    <message>
        <source>%1 could not be upgraded and was left as it was: %2</source>
        <translation>%1을(를) 업그레이드하지 못해 그대로 두었습니다: %2</translation>
    </message>
    <message>
        <source>Keep the file and try &quot;winnow-cli check %1 --repair&quot;</source>
        <translation>파일을 그대로 두고 &quot;winnow-cli check %1 --repair&quot;를 실행해 보세요</translation>
    </message>
    <message>
        <source>Bring its newest backup back with &quot;winnow-cli restore %1&quot; (%2), or try &quot;winnow-cli check %1 --repair&quot;</source>
        <translation>&quot;winnow-cli restore %1&quot;로 최신 백업(%2)을 되돌리거나 &quot;winnow-cli check %1 --repair&quot;를 실행해 보세요</translation>
    </message>
    <message>
        <source>The folder %1 does not exist</source>
        <translation>%1 폴더가 없습니다</translation>
    </message>
    <message>
        <source>Create it first</source>
        <translation>먼저 만드세요</translation>
    </message>
    <message>
        <source>%1 cannot be written to its end</source>
        <translation>%1을(를) 끝까지 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>%1 was written by an older Winnow and must be upgraded, but cannot be written</source>
        <translation>%1은(는) 이전 Winnow가 쓴 파일이라 업그레이드해야 하지만, 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>%1 is being written</source>
        <translation>%1에 쓰는 중입니다</translation>
    </message>
    <message>
        <source>Wait until it has finished</source>
        <translation>끝날 때까지 기다리세요</translation>
    </message>
    <message>
        <source>Nothing could be read of %1</source>
        <translation>%1에서 아무것도 읽지 못했습니다</translation>
    </message>
    <message>
        <source>Keep the file, and go back to a backup</source>
        <translation>파일을 그대로 두고 백업으로 돌아가세요</translation>
    </message>
    <message>
        <source>%1 %2 on %3</source>
        <translation>%3의 %1 %2</translation>
    </message>
    <message>
        <source>The %1 is not Winnow&apos;s</source>
        <translation>%1은(는) Winnow의 것이 아닙니다</translation>
    </message>
    <message>
        <source>The %1 was removed</source>
        <translation>%1이(가) 지워졌습니다</translation>
    </message>
    <message>
        <source>The %1 was changed</source>
        <translation>%1이(가) 바뀌었습니다</translation>
    </message>
    <message>
        <source>%1 is on a disk that several machines share, and another program writes it</source>
        <translation>%1은(는) 여러 컴퓨터가 공유하는 디스크에 있고, 다른 프로그램이 쓰는 중입니다</translation>
    </message>
    <message>
        <source>Close it there, or work on a copy and merge it later</source>
        <translation>그곳에서 닫거나, 사본에서 작업한 뒤 나중에 합치세요</translation>
    </message>
    <message>
        <source>%1 cannot be locked (%2)</source>
        <translation>%1을(를) 잠글 수 없습니다(%2)</translation>
    </message>
    <message>
        <source>Copy the project to a disk of this machine</source>
        <translation>프로젝트를 이 컴퓨터의 디스크로 복사하세요</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 또는 false</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>다음 중 하나(%1)</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1부터 %2까지의 정수</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1부터 %2까지의 수</translation>
    </message>
    <message>
        <source>base64 of %1 bytes, more than the limit of %2</source>
        <translation>%1바이트 base64로 한도 %2바이트를 넘음</translation>
    </message>
    <message>
        <source>character %1: found code %2, expected base64</source>
        <translation>%1번째 글자: 코드 %2이(가) 있음, base64가 필요함</translation>
    </message>
    <message>
        <source>base64 is cut off after %1 characters</source>
        <translation>base64가 %1자에서 잘림</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>character %1: found %2, expected %3</source>
        <translation>%1번째 글자: %2이(가) 있음, %3이(가) 필요함</translation>
    </message>
    <message>
        <source>Only plain lists, strings and numbers are read; nothing is evaluated</source>
        <translation>단순한 목록, 문자열, 숫자만 읽으며 아무것도 계산하지 않습니다</translation>
    </message>
    <message>
        <source>character %1: lists nested more than %2 deep</source>
        <translation>%1번째 글자: 목록이 %2단계보다 깊게 중첩됨</translation>
    </message>
    <message>
        <source>a comma or &quot;%1&quot;</source>
        <translation>쉼표 또는 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>a list, string, number or None</source>
        <translation>목록, 문자열, 숫자 또는 None</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>the closing quote of a string</source>
        <translation>문자열의 닫는 따옴표</translation>
    </message>
    <message>
        <source>%1 hexadecimal digits</source>
        <translation>16진수 %1자리</translation>
    </message>
    <message>
        <source>character 1: found a single value, expected a list</source>
        <translation>1번째 글자: 값 하나가 있음, 목록이 필요함</translation>
    </message>
    <message>
        <source>element %1: found a nested list, expected text</source>
        <translation>%1번째 항목: 중첩된 목록이 있음, 텍스트가 필요함</translation>
    </message>
    <message>
        <source>Responses in the project file are damaged</source>
        <translation>프로젝트 파일의 응답이 손상되었습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no rule of a policy</source>
        <translation>&quot;%1&quot;은(는) 정책의 규칙이 아닙니다</translation>
    </message>
    <message>
        <source>Write [DATASET/]KIND=CONFIRMED[,UNREVIEWED[@SCORE]], such as dark=keep,drop@0.8; each is keep, drop, fix, convert or circular</source>
        <translation>[DATASET/]KIND=CONFIRMED[,UNREVIEWED[@SCORE]] 형식으로 쓰세요(예: dark=keep,drop@0.8). 값은 keep, drop, fix, convert, circular 중 하나입니다</translation>
    </message>
    <message>
        <source>A dataset has no setting &quot;%1&quot;</source>
        <translation>데이터셋에는 &quot;%1&quot; 설정이 없습니다</translation>
    </message>
    <message>
        <source>The DatBench suite has no dataset &quot;%1&quot;</source>
        <translation>DatBench 모음에는 데이터셋 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>Give none or one of %1</source>
        <translation>none 또는 다음 중 하나를 쓰세요: %1</translation>
    </message>
    <message>
        <source>%1 cannot be &quot;%2&quot;</source>
        <translation>%1은(는) &quot;%2&quot;일 수 없습니다</translation>
    </message>
    <message>
        <source>Give a whole number from 0 to %1</source>
        <translation>0에서 %1까지의 정수를 쓰세요</translation>
    </message>
    <message>
        <source>There are no responses to be scored</source>
        <translation>채점할 응답이 없습니다</translation>
    </message>
    <message>
        <source>There is no import %1</source>
        <translation>가져오기 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>The import of %1 was undone already</source>
        <translation>%1의 가져오기는 이미 취소되었습니다</translation>
    </message>
    <message>
        <source>What the import of %1 brought was not noted then</source>
        <translation>%1의 가져오기가 무엇을 들여왔는지 당시에 기록되지 않았습니다</translation>
    </message>
    <message>
        <source>Remove the dataset, or the models whose responses it brought</source>
        <translation>데이터셋을 제거하거나, 그것이 들여온 응답의 모델을 제거하세요</translation>
    </message>
    <message>
        <source>The import of %1 (%2) stands on that of %3</source>
        <translation>%1의 가져오기(%2)가 %3의 가져오기 위에 있습니다</translation>
    </message>
    <message>
        <source>Undo the later one first</source>
        <translation>나중의 것을 먼저 취소하세요</translation>
    </message>
    <message>
        <source>There is no model &quot;%1&quot;</source>
        <translation>모델 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>A name is needed</source>
        <translation>이름이 필요합니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of another one</source>
        <translation>&quot;%1&quot;은(는) 다른 것의 이름입니다</translation>
    </message>
    <message>
        <source>Decisions name samples of &quot;%1&quot;</source>
        <translation>결정이 &quot;%1&quot;의 샘플을 가리킵니다</translation>
    </message>
    <message>
        <source>The name stays, so that they are found</source>
        <translation>찾을 수 있도록 이 이름은 남습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no other name of anything</source>
        <translation>&quot;%1&quot;은(는) 어떤 것의 다른 이름도 아닙니다</translation>
    </message>
    <message>
        <source>An import is on its way</source>
        <translation>가져오기가 진행 중입니다</translation>
    </message>
    <message>
        <source>Another import has changed the same responses meanwhile</source>
        <translation>그사이 다른 가져오기가 같은 응답을 바꾸었습니다</translation>
    </message>
    <message>
        <source>Import the file once more</source>
        <translation>파일을 다시 가져오세요</translation>
    </message>
    <message>
        <source>The responses were changed meanwhile</source>
        <translation>그사이 응답이 바뀌었습니다</translation>
    </message>
    <message>
        <source>Score them once more</source>
        <translation>다시 채점하세요</translation>
    </message>
    <message>
        <source>There is no score set %1 of this run</source>
        <translation>이 실행에는 점수 집합 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is nothing that the scorer %2 takes</source>
        <translation>&quot;%1&quot;은(는) 채점기 %2이(가) 받는 값이 아닙니다</translation>
    </message>
    <message>
        <source>It has no parameters</source>
        <translation>매개변수가 없습니다</translation>
    </message>
    <message>
        <source>It takes %1</source>
        <translation>받는 값: %1</translation>
    </message>
    <message>
        <source>There is no room to unpack %1: %2</source>
        <translation>%1을(를) 풀 자리가 없습니다: %2</translation>
    </message>
    <message>
        <source>Unpack it elsewhere and import the folder</source>
        <translation>다른 곳에 풀어서 그 폴더를 가져오세요</translation>
    </message>
    <message>
        <source>%1 holds more than %2 files or %3 MB</source>
        <translation>%1에 파일이 %2개 또는 %3 MB를 넘게 들어 있습니다</translation>
    </message>
    <message>
        <source>%1 of %2 cannot be unpacked: %3</source>
        <translation>%2의 %1을(를) 풀 수 없습니다: %3</translation>
    </message>
    <message>
        <source>Check that the archive is whole, or unpack it and import the folder</source>
        <translation>압축 파일이 온전한지 확인하거나, 풀어서 그 폴더를 가져오세요</translation>
    </message>
    <message>
        <source>%1 is %2 that cannot be read: %3</source>
        <translation>%1은(는) 읽을 수 없는 %2입니다: %3</translation>
    </message>
    <message>
        <source>%1 in %2 cannot be read: %3</source>
        <translation>%2 안의 %1을(를) 읽을 수 없습니다: %3</translation>
    </message>
    <message>
        <source>%1 and %2 have different columns: they are no parts of one set</source>
        <translation>%1와(과) %2의 열이 다릅니다. 한 묶음의 부분이 아닙니다</translation>
    </message>
    <message>
        <source>Import them one by one</source>
        <translation>하나씩 가져오세요</translation>
    </message>
    <message>
        <source>%1 holds no file with records</source>
        <translation>%1에 레코드가 든 파일이 없습니다</translation>
    </message>
    <message>
        <source>Files with records end in %1</source>
        <translation>레코드가 든 파일은 이름이 %1(으)로 끝납니다</translation>
    </message>
    <message>
        <source>%1 has several settings under %2: choose one</source>
        <translation>%1은(는) %2 조건에 설정이 여러 개입니다. 하나를 고르세요</translation>
    </message>
    <message>
        <source>There are: %1</source>
        <translation>있는 것: %1</translation>
    </message>
    <message>
        <source>%1 has no responses under %2</source>
        <translation>%1은(는) %2 조건의 응답이 없습니다</translation>
    </message>
    <message>
        <source>%1 has no score set %2 there</source>
        <translation>%1에는 점수 세트 %2이(가) 없습니다</translation>
    </message>
    <message>
        <source>%1 has no responses under that setting here</source>
        <translation>%1은(는) 여기에 그 설정의 응답이 없습니다</translation>
    </message>
    <message>
        <source>The two have no dataset in common</source>
        <translation>둘에 공통된 데이터셋이 없습니다</translation>
    </message>
    <message>
        <source>The sample is not in the project</source>
        <translation>샘플이 프로젝트에 없습니다</translation>
    </message>
    <message>
        <source>No sample has a score of both, so nothing explains why the numbers differ</source>
        <translation>둘 다 점수가 있는 샘플이 없어 숫자가 다른 이유를 설명할 수 없습니다</translation>
    </message>
    <message>
        <source>%1 and %2 replied to no sample both without the image</source>
        <translation>%1와(과) %2이(가) 이미지 없이 함께 응답한 샘플이 없습니다</translation>
    </message>
    <message>
        <source>Import the replies of both to the same questions without the image (condition blind)</source>
        <translation>같은 질문에 대한 두 모델의 이미지 없는 응답(조건 blind)을 가져오세요</translation>
    </message>
    <message>
        <source>There is no capability &quot;%1&quot;</source>
        <translation>능력 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>The subset &quot;%1&quot; has no samples here</source>
        <translation>부분집합 &quot;%1&quot;에는 여기에 해당하는 샘플이 없습니다</translation>
    </message>
    <message>
        <source>Choose another subset or dataset</source>
        <translation>다른 부분집합이나 데이터셋을 고르세요</translation>
    </message>
    <message>
        <source>The project has no subsets yet</source>
        <translation>프로젝트에 아직 부분집합이 없습니다</translation>
    </message>
    <message>
        <source>The subsets are %1</source>
        <translation>부분집합은 %1입니다</translation>
    </message>
    <message>
        <source>There is no method &quot;%1&quot;</source>
        <translation>방법 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>A set needs a budget of at least one sample</source>
        <translation>집합에는 적어도 샘플 하나의 예산이 필요합니다</translation>
    </message>
    <message>
        <source>Say how many samples it may have</source>
        <translation>샘플을 몇 개까지 넣을지 정하십시오</translation>
    </message>
    <message>
        <source>No sample is left to choose from: of %1 in scope the policy drops %2, %3 repeat others and %4 are vetoed</source>
        <translation>선택할 샘플이 남지 않았습니다. 범위의 %1개 가운데 정책이 %2개를 제외하고, %3개는 반복이며, %4개는 넣지 않기로 했습니다</translation>
    </message>
    <message>
        <source>Choose another policy or a wider scope</source>
        <translation>다른 정책이나 더 넓은 범위를 고르십시오</translation>
    </message>
    <message>
        <source>%1 needs the scores of at least 3 models on half of the samples; there are %2</source>
        <translation>%1에는 샘플 절반에 점수가 있는 모델이 적어도 3개 필요한데 %2개 있습니다</translation>
    </message>
    <message>
        <source>Import more responses, or draw at random</source>
        <translation>응답을 더 가져오거나 무작위로 뽑으십시오</translation>
    </message>
    <message>
        <source>%1 samples must be in, and the budget is %2</source>
        <translation>꼭 넣을 샘플이 %1개인데 예산은 %2개입니다</translation>
    </message>
    <message>
        <source>Raise the budget, or take some of them out</source>
        <translation>예산을 늘리거나 그 가운데 일부를 빼십시오</translation>
    </message>
    <message>
        <source>Of %1 at least %2 and at most %3 are wanted</source>
        <translation>%1에서 최소 %2개, 최대 %3개를 요청했습니다</translation>
    </message>
    <message>
        <source>The least cannot be above the most</source>
        <translation>최소는 최대보다 클 수 없습니다</translation>
    </message>
    <message>
        <source>A subset needs a name</source>
        <translation>부분집합에는 이름이 필요합니다</translation>
    </message>
    <message>
        <source>Give it one</source>
        <translation>이름을 붙이십시오</translation>
    </message>
    <message>
        <source>No model is of the family &quot;%1&quot;</source>
        <translation>계열 &quot;%1&quot;의 모델이 없습니다</translation>
    </message>
    <message>
        <source>At least %1 are wanted in all, and the budget is %2</source>
        <translation>모두 합쳐 적어도 %1개를 요청했는데 예산은 %2개입니다</translation>
    </message>
    <message>
        <source>Raise the budget, or lower what is wanted at least</source>
        <translation>예산을 늘리거나 최소 요청을 낮추십시오</translation>
    </message>
    <message>
        <source>%1 takes no floors and no limits: its weights stand for all samples</source>
        <translation>%1에는 최소와 최대를 정할 수 없습니다. 가중치가 모든 샘플을 대표합니다</translation>
    </message>
    <message>
        <source>Choose another method, or take the floors and limits away</source>
        <translation>다른 방법을 고르거나 최소와 최대를 없애십시오</translation>
    </message>
    <message>
        <source>Of the %1 samples that must be in, %2 are among those to choose from</source>
        <translation>꼭 넣을 샘플 %1개 가운데 %2개만 선택할 수 있는 샘플입니다</translation>
    </message>
    <message>
        <source>Take the others off the list, or widen the scope</source>
        <translation>나머지를 목록에서 빼거나 범위를 넓히십시오</translation>
    </message>
    <message>
        <source>%1 is no price</source>
        <translation>%1은(는) 가격이 아닙니다</translation>
    </message>
    <message>
        <source>A price is a number of US dollars, 0 or more</source>
        <translation>가격은 0 이상의 미국 달러 금액입니다</translation>
    </message>
    <message>
        <source>No price of &quot;%1&quot; is given</source>
        <translation>&quot;%1&quot;의 가격이 주어지지 않았습니다</translation>
    </message>
    <message>
        <source>Give that of prompt tokens, output tokens, an image or an hour of the machine</source>
        <translation>프롬프트 토큰, 출력 토큰, 이미지, 장비 한 시간 가운데 하나의 가격을 정하세요</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date</source>
        <translation>&quot;%1&quot;은(는) 날짜가 아닙니다</translation>
    </message>
    <message>
        <source>Write it as 2026-11-30</source>
        <translation>2026-11-30처럼 쓰세요</translation>
    </message>
    <message>
        <source>No price of &quot;%1&quot; is set</source>
        <translation>&quot;%1&quot;에 정해 둔 가격이 없습니다</translation>
    </message>
    <message>
        <source>The strategy asks &quot;%1&quot;, of which nothing is recorded</source>
        <translation>전략이 묻는 &quot;%1&quot;의 기록이 없습니다</translation>
    </message>
    <message>
        <source>%1, line %2, is not JSON: %3</source>
        <translation>%1의 %2번째 줄이 JSON이 아닙니다: %3</translation>
    </message>
    <message>
        <source>Compare it with a strategy that was written out</source>
        <translation>저장해 둔 전략 파일과 비교하세요</translation>
    </message>
    <message>
        <source>an object with &quot;stages&quot;</source>
        <translation>&quot;stages&quot;가 있는 객체</translation>
    </message>
    <message>
        <source>%1 is a strategy of a newer version (%2; known is %3)</source>
        <translation>%1은(는) 더 새로운 버전의 전략입니다(%2, 아는 버전 %3)</translation>
    </message>
    <message>
        <source>Use a newer Winnow</source>
        <translation>더 새로운 Winnow를 쓰세요</translation>
    </message>
    <message>
        <source>a list of 1 to %1 stages</source>
        <translation>단계 1~%1개의 목록</translation>
    </message>
    <message>
        <source>an object with &quot;ask&quot;</source>
        <translation>&quot;ask&quot;가 있는 객체</translation>
    </message>
    <message>
        <source>%1 is not a strategy</source>
        <translation>%1은(는) 전략이 아닙니다</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; cannot be understood</source>
        <translation>%1: &quot;%2&quot;을(를) 이해할 수 없습니다</translation>
    </message>
    <message>
        <source>What may stand there: %1</source>
        <translation>쓸 수 있는 값: %1</translation>
    </message>
    <message>
        <source>a text that is not empty</source>
        <translation>비어 있지 않은 글</translation>
    </message>
    <message>
        <source>the name of a model, or {&quot;by&quot;: &quot;dataset&quot; or &quot;capability&quot;, &quot;models&quot;: {…}, &quot;otherwise&quot;: …}</source>
        <translation>모델 이름, 또는 {&quot;by&quot;: &quot;dataset&quot;이나 &quot;capability&quot;, &quot;models&quot;: {…}, &quot;otherwise&quot;: …}</translation>
    </message>
    <message>
        <source>a whole number from 1 to %1</source>
        <translation>1부터 %1까지의 정수</translation>
    </message>
    <message>
        <source>how many tries must agree, from 1 to %1</source>
        <translation>일치해야 하는 시도 수, 1부터 %1까지</translation>
    </message>
    <message>
        <source>The strategy has a way for the dataset &quot;%1&quot;, which is not among those looked at</source>
        <translation>전략에 데이터셋 &quot;%1&quot;의 길이 있지만, 보고 있는 데이터셋이 아닙니다</translation>
    </message>
    <message>
        <source>The strategy has a way for the capability &quot;%1&quot;, which is not among those looked at</source>
        <translation>전략에 능력 &quot;%1&quot;의 길이 있지만, 보고 있는 능력이 아닙니다</translation>
    </message>
    <message>
        <source>The strategy lets &quot;%1&quot; check itself</source>
        <translation>전략이 &quot;%1&quot;에게 스스로를 확인하게 합니다</translation>
    </message>
    <message>
        <source>Name another model that checks it</source>
        <translation>확인할 다른 모델을 쓰세요</translation>
    </message>
    <message>
        <source>The strategy checks &quot;%1&quot; by %2, of which nothing is recorded there</source>
        <translation>전략이 &quot;%1&quot;을(를) 확인하는 방법(%2)의 기록이 없습니다</translation>
    </message>
    <message>
        <source>Import what it needs, or choose another verifier</source>
        <translation>필요한 것을 가져오거나 다른 확인 방법을 고르세요</translation>
    </message>
    <message>
        <source>an object: the name of each, and the model it leads to</source>
        <translation>객체: 각각의 이름과 그때 묻는 모델</translation>
    </message>
    <message>
        <source>nothing, where no &quot;verifier&quot; is named</source>
        <translation>&quot;verifier&quot;가 없으면 쓰지 않음</translation>
    </message>
    <message>
        <source>Save it as xlsx, CSV or TSV and import that</source>
        <translation>xlsx, CSV 또는 TSV로 저장한 뒤 그 파일을 가져오세요</translation>
    </message>
    <message>
        <source>an OpenDocument spreadsheet (ods)</source>
        <translation>OpenDocument 스프레드시트(ods)</translation>
    </message>
    <message>
        <source>a binary Excel workbook (xlsb)</source>
        <translation>바이너리 Excel 통합 문서(xlsb)</translation>
    </message>
    <message>
        <source>an Office document without sheets</source>
        <translation>시트가 없는 Office 문서</translation>
    </message>
    <message>
        <source>a workbook or document with a password</source>
        <translation>암호가 걸린 통합 문서나 문서</translation>
    </message>
    <message>
        <source>Save it without a password and import that</source>
        <translation>암호 없이 저장한 뒤 그 파일을 가져오세요</translation>
    </message>
    <message>
        <source>an old Excel workbook (xls)</source>
        <translation>옛 Excel 통합 문서(xls)</translation>
    </message>
    <message>
        <source>an old Excel workbook, another Office file, or one with a password</source>
        <translation>옛 Excel 통합 문서, 다른 Office 파일 또는 암호가 걸린 파일</translation>
    </message>
    <message>
        <source>Save it without a password as xlsx, CSV or TSV and import that</source>
        <translation>암호 없이 xlsx, CSV 또는 TSV로 저장한 뒤 그 파일을 가져오세요</translation>
    </message>
    <message>
        <source>Check that the file is whole, or open it in a spreadsheet program and save it anew</source>
        <translation>파일이 온전한지 확인하거나, 스프레드시트 프로그램에서 열어 새로 저장하세요</translation>
    </message>
    <message>
        <source>%1 is a damaged Excel workbook (xlsx): %2</source>
        <translation>%1은(는) 손상된 Excel 통합 문서(xlsx)입니다: %2</translation>
    </message>
    <message>
        <source>%1 in %2 unpacks to more than %3 MB</source>
        <translation>%2의 %1은(는) 압축을 풀면 %3 MB가 넘습니다</translation>
    </message>
    <message>
        <source>Check where the file comes from; save it as CSV or TSV to import it</source>
        <translation>파일의 출처를 확인하세요. 가져오려면 CSV나 TSV로 저장하세요</translation>
    </message>
    <message>
        <source>%1 holds more than %2 MB of texts in its cells</source>
        <translation>%1의 셀에 든 글이 %2 MB가 넘습니다</translation>
    </message>
    <message>
        <source>Save it as CSV or TSV and import that</source>
        <translation>CSV나 TSV로 저장한 뒤 그 파일을 가져오세요</translation>
    </message>
    <message>
        <source>%1 has no visible sheet with a header row</source>
        <translation>%1에 머리글 행이 있는 보이는 시트가 없습니다</translation>
    </message>
    <message>
        <source>%1 is no saved mapping: %2</source>
        <translation>%1은(는) 저장된 매핑이 아닙니다: %2</translation>
    </message>
    <message>
        <source>Choose a file that a mapping was saved to</source>
        <translation>매핑을 저장한 파일을 고르세요</translation>
    </message>
    <message>
        <source>%1 has none of the columns that the mapping is of (%2)</source>
        <translation>%1에는 매핑이 가리키는 열이 하나도 없습니다(%2)</translation>
    </message>
    <message>
        <source>The saved mappings are %1</source>
        <translation>저장된 매핑: %1</translation>
    </message>
    <message>
        <source>%1 is a mapping of version %2, this is for version %3</source>
        <translation>%1은(는) 버전 %2의 매핑이며, 이 프로그램은 버전 %3까지 읽습니다</translation>
    </message>
    <message>
        <source>Choose another folder or make room on the disk</source>
        <translation>다른 폴더를 고르거나 디스크 공간을 확보하세요</translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes</source>
        <translation>%1의 크기가 %2바이트를 넘습니다</translation>
    </message>
    <message>
        <source>%1 holds no list &quot;%2&quot;</source>
        <translation>%1에 &quot;%2&quot; 목록이 없습니다</translation>
    </message>
    <message>
        <source>%1 holds no verdict for each sample</source>
        <translation>%1에 샘플별 판정이 없습니다</translation>
    </message>
    <message>
        <source>%1 holds several datasets</source>
        <translation>%1에 데이터셋이 여러 개 있습니다</translation>
    </message>
    <message>
        <source>Import them one by one: %1</source>
        <translation>하나씩 가져오십시오: %1</translation>
    </message>
    <message>
        <source>%1 holds the totals of a run and no samples</source>
        <translation>%1에는 실행의 합계만 있고 샘플이 없습니다</translation>
    </message>
    <message>
        <source>Have the evaluation log its samples (its option log_samples) and import the file of samples that is then written beside it</source>
        <translation>평가가 샘플을 기록하게 하고(옵션 log_samples) 그 옆에 생기는 샘플 파일을 가져오세요</translation>
    </message>
    <message>
        <source>%1 is an inspect log in which no sample was written</source>
        <translation>%1은(는) 샘플이 하나도 기록되지 않은 inspect 로그입니다</translation>
    </message>
    <message>
        <source>Run the evaluation with its samples logged, or choose another log</source>
        <translation>샘플을 기록하도록 평가를 실행하거나 다른 로그를 고르세요</translation>
    </message>
    <message>
        <source>%1 holds the logs of several tasks: %2</source>
        <translation>%1에는 여러 과제의 로그가 있습니다: %2</translation>
    </message>
    <message>
        <source>Import the logs of one task after the other; each task is a dataset</source>
        <translation>과제별로 로그를 차례로 가져오세요. 과제 하나가 데이터셋 하나입니다</translation>
    </message>
    <message>
        <source>%1 has verdicts of replies, and does not say whose</source>
        <translation>%1에는 응답에 대한 판정이 있지만 어느 모델의 응답인지 없습니다</translation>
    </message>
    <message>
        <source>Import the replies first, and name the model that they are of</source>
        <translation>응답을 먼저 가져온 뒤 어느 모델의 응답인지 지정하세요</translation>
    </message>
    <message>
        <source>an encrypted Parquet file</source>
        <translation>암호화된 Parquet 파일</translation>
    </message>
    <message>
        <source>Save it without encryption and import that</source>
        <translation>암호화하지 않고 저장한 뒤 그 파일을 가져오세요</translation>
    </message>
    <message>
        <source>%1 has more than %2 columns</source>
        <translation>%1의 열이 %2개를 넘습니다</translation>
    </message>
    <message>
        <source>Save it with the columns that describe samples or responses and import that</source>
        <translation>샘플이나 응답을 설명하는 열만 남겨 저장한 뒤 그 파일을 가져오세요</translation>
    </message>
    <message>
        <source>Parquet is read with libduckdb: %1</source>
        <translation>Parquet는 libduckdb로 읽습니다: %1</translation>
    </message>
    <message>
        <source>Run packaging/setup, which brings it, or name the file libduckdb.so in the environment variable WINNOW_LIBDUCKDB. Without it, save the data as JSONL or CSV and import that</source>
        <translation>packaging/setup을 실행해 설치하거나, 환경 변수 WINNOW_LIBDUCKDB에 libduckdb.so 파일을 지정하세요. 없이 쓰려면 데이터를 JSONL이나 CSV로 저장한 뒤 그 파일을 가져오세요</translation>
    </message>
    <message>
        <source>%1 has no function %2</source>
        <translation>%1에 함수 %2이(가) 없습니다</translation>
    </message>
    <message>
        <source>there is none at %1</source>
        <translation>%1에 없습니다</translation>
    </message>
    <message>
        <source>Write it again with smaller row groups (100 rows where it holds images)</source>
        <translation>행 그룹을 더 작게 하여 다시 저장하세요(이미지가 들어 있으면 100행)</translation>
    </message>
    <message>
        <source>The file is damaged or cut off: fetch it again, or write it again from where it came</source>
        <translation>파일이 손상되었거나 잘렸습니다: 다시 내려받거나 원본에서 다시 저장하세요</translation>
    </message>
    <message>
        <source>%1 cannot be read as Parquet: %2</source>
        <translation>%1을(를) Parquet로 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot;: %2</source>
        <translation>열 &quot;%1&quot;: %2</translation>
    </message>
    <message>
        <source>%1: the values of column &quot;%2&quot; are lists or structs in each other, more than %3 levels deep</source>
        <translation>%1: 열 &quot;%2&quot;의 값은 목록이나 구조체가 %3단계 넘게 겹쳐 있습니다</translation>
    </message>
    <message>
        <source>Save it without that column and import that</source>
        <translation>그 열을 빼고 저장한 뒤 그 파일을 가져오세요</translation>
    </message>
    <message>
        <source>%1 has no column with the samples&apos; keys</source>
        <translation>%1에 샘플 키 열이 없습니다</translation>
    </message>
    <message>
        <source>%1 has no column with verdicts</source>
        <translation>%1에 판정 열이 없습니다</translation>
    </message>
    <message>
        <source>There are no replies that these verdicts could be on</source>
        <translation>이 판정이 가리킬 수 있는 응답이 없습니다</translation>
    </message>
    <message>
        <source>Import the replies first, or name another model</source>
        <translation>먼저 응답을 가져오거나 다른 모델을 지정하세요</translation>
    </message>
    <message>
        <source>%1 does not say whose replies it judges</source>
        <translation>%1에는 어느 모델의 응답을 판정했는지 나와 있지 않습니다</translation>
    </message>
    <message>
        <source>Name one model and one condition of: %1</source>
        <translation>다음 중 모델 하나와 조건 하나를 지정하세요: %1</translation>
    </message>
    <message>
        <source>None of the %1 records of %2 is a verdict on a stored reply: %3 keys are unknown, %4 verdicts cannot be read</source>
        <translation>%2의 레코드 %1개 가운데 저장된 응답에 대한 판정이 없습니다: 알 수 없는 키 %3개, 읽을 수 없는 판정 %4개</translation>
    </message>
    <message>
        <source>Check the dataset, the model and the columns of key and verdict</source>
        <translation>데이터셋, 모델, 키와 판정의 열을 확인하세요</translation>
    </message>
    <message>
        <source>%1 cannot have its images in that place</source>
        <translation>%1 형식은 이미지를 그 자리에 둘 수 없습니다</translation>
    </message>
    <message>
        <source>Leave the place of the images to the format</source>
        <translation>이미지의 자리는 형식에 맡기세요</translation>
    </message>
    <message>
        <source>Use the sources, the decisions and the subset that the manifest names, then the same bytes come again</source>
        <translation>매니페스트가 말하는 원본, 판정, 부분집합을 쓰면 같은 바이트가 다시 나옵니다</translation>
    </message>
    <message>
        <source>The project has no dataset &quot;%1&quot;</source>
        <translation>프로젝트에 데이터셋 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>The dataset &quot;%1&quot; is of another file than %2</source>
        <translation>데이터셋 &quot;%1&quot;은(는) %2와(과) 다른 파일에서 왔습니다</translation>
    </message>
    <message>
        <source>The manifest knows no dataset &quot;%1&quot;</source>
        <translation>매니페스트에 데이터셋 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>The decisions of the project are not those of the manifest</source>
        <translation>프로젝트의 판정이 매니페스트의 것과 다릅니다</translation>
    </message>
    <message>
        <source>The subset &quot;%1&quot; was chosen from other samples</source>
        <translation>부분집합 &quot;%1&quot;은(는) 다른 샘플에서 골랐습니다</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1을(를) 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>the patch expects &quot;%1&quot;, the file has &quot;%2&quot;</source>
        <translation>패치는 &quot;%1&quot;을(를) 예상하지만 파일에는 &quot;%2&quot;이(가) 있습니다</translation>
    </message>
    <message>
        <source>The file is another version than the patch was made for (%1, not %2): every old value was compared</source>
        <translation>패치가 만들어진 버전이 아닙니다(%2이(가) 아니라 %1). 이전 값을 모두 비교했습니다</translation>
    </message>
    <message>
        <source>the patch changes this twice; the first counts</source>
        <translation>패치가 이 항목을 두 번 바꿉니다. 첫 번째만 적용합니다</translation>
    </message>
    <message>
        <source>option %1 is another: %2</source>
        <translation>보기 %1이(가) 다릅니다: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written so that the file is read as the patch says; change it by hand</source>
        <translation>파일이 패치대로 읽히도록 &quot;%1&quot;을(를) 쓸 수 없습니다. 직접 고치세요</translation>
    </message>
    <message>
        <source>With so few samples these changes alter what an import guesses of the file, how answers are written or which column is the key: check that when it is imported</source>
        <translation>샘플이 적어 이 변경으로 가져오기의 추측(답을 쓰는 방식이나 키 열)이 달라집니다. 가져올 때 확인하세요</translation>
    </message>
    <message>
        <source>the file has no record in that place</source>
        <translation>파일의 그 자리에 레코드가 없습니다</translation>
    </message>
    <message>
        <source>the column &quot;%1&quot; of the file has no such key</source>
        <translation>파일의 &quot;%1&quot; 열에 그런 키가 없습니다</translation>
    </message>
    <message>
        <source>Samples that the patch removes, left as they are: %1</source>
        <translation>패치가 제거하라고 하지만 그대로 둔 샘플: %1</translation>
    </message>
    <message>
        <source>Samples that only the other version has; a patch does not add them: %1</source>
        <translation>다른 버전에만 있는 샘플(패치로 추가되지 않음): %1</translation>
    </message>
    <message>
        <source>Nothing of the patch fits %1; the first, sample %2: %3</source>
        <translation>패치의 어떤 항목도 %1에 맞지 않습니다. 첫 항목, 샘플 %2: %3</translation>
    </message>
    <message>
        <source>Check that it is the file of the benchmark, and which column holds its keys</source>
        <translation>벤치마크의 파일이 맞는지, 어느 열에 키가 있는지 확인하세요</translation>
    </message>
    <message>
        <source>Check that it is the file of the benchmark, and which column holds its keys; the patch was made for %1</source>
        <translation>벤치마크의 파일이 맞는지, 어느 열에 키가 있는지 확인하세요. 패치는 %1을(를) 위해 만들어졌습니다</translation>
    </message>
    <message>
        <source>%1 is the file to patch</source>
        <translation>%1은(는) 패치할 파일 자체입니다</translation>
    </message>
    <message>
        <source>Choose another name, or remove it first</source>
        <translation>다른 이름을 고르거나 먼저 지우세요</translation>
    </message>
    <message>
        <source>%1, %2: expected %3</source>
        <translation>%1, %2: %3이(가) 있어야 합니다</translation>
    </message>
    <message>
        <source>Correct the patch there, or have it written again</source>
        <translation>패치의 그 자리를 고치거나 패치를 다시 만드세요</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>텍스트 목록</translation>
    </message>
    <message>
        <source>a whole number from 0</source>
        <translation>0 이상의 정수</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>객체 목록</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>%1 is not a patch of errata: %2</source>
        <translation>%1은(는) 정오표 패치가 아닙니다: %2</translation>
    </message>
    <message>
        <source>Choose an errata.json, as it is written of a project or of two versions of a benchmark</source>
        <translation>프로젝트나 벤치마크의 두 버전에서 만든 errata.json을 고르세요</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>%1행: %2</translation>
    </message>
    <message>
        <source>it does not say &quot;kind&quot;: &quot;errata&quot;</source>
        <translation>&quot;kind&quot;: &quot;errata&quot;가 없습니다</translation>
    </message>
    <message>
        <source>%1 is a patch of version %2; this program reads %3</source>
        <translation>%1은(는) 버전 %2의 패치입니다. 이 프로그램은 %3까지 읽습니다</translation>
    </message>
    <message>
        <source>it has %1 bytes</source>
        <translation>크기가 %1바이트입니다</translation>
    </message>
    <message>
        <source>%1 and %2 have no sample in common</source>
        <translation>%1과(와) %2에 공통된 샘플이 없습니다</translation>
    </message>
    <message>
        <source>Check that both are versions of one benchmark, and which columns hold key and question</source>
        <translation>둘이 같은 벤치마크의 버전인지, 어느 열에 키와 질문이 있는지 확인하세요</translation>
    </message>
    <message>
        <source>%1 is not patched byte by byte: %2</source>
        <translation>%1은(는) 바이트 단위로 패치할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Give the table (TSV, CSV) or JSON that it was made of, or import it, decide what the patch says, and export it</source>
        <translation>원본 표(TSV, CSV)나 JSON을 지정하거나, 가져온 뒤 패치대로 결정하고 내보내세요</translation>
    </message>
    <message>
        <source>%1, line %2: a record of more than %3 bytes, or one without an end</source>
        <translation>%1, %2행: %3바이트를 넘거나 끝이 없는 레코드입니다</translation>
    </message>
    <message>
        <source>Check that the file is whole; a quote may not be closed</source>
        <translation>파일이 온전한지 확인하세요. 따옴표가 닫히지 않았을 수 있습니다</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>폴더입니다</translation>
    </message>
    <message>
        <source>it is a set of files</source>
        <translation>여러 파일의 묶음입니다</translation>
    </message>
    <message>
        <source>it is read as %1</source>
        <translation>%1(으)로 읽히는 파일입니다</translation>
    </message>
    <message>
        <source>Nobody has corrected a sample or confirmed that one is wrong in any dataset</source>
        <translation>어느 데이터셋에서도 샘플을 고치거나 틀렸다고 확인한 사람이 없습니다</translation>
    </message>
    <message>
        <source>Several datasets have errata, and a patch is of one</source>
        <translation>여러 데이터셋에 정오표가 있지만 패치는 하나의 데이터셋에 대한 것입니다</translation>
    </message>
    <message>
        <source>Choose one of %1</source>
        <translation>%1 중 하나를 고르세요</translation>
    </message>
    <message>
        <source>Check that it is the file of the benchmark</source>
        <translation>벤치마크의 파일이 맞는지 확인하세요</translation>
    </message>
    <message>
        <source>%1 changed while it was read</source>
        <translation>%1이(가) 읽는 동안 바뀌었습니다</translation>
    </message>
    <message>
        <source>Wait until it is written, then try again</source>
        <translation>쓰기가 끝날 때까지 기다린 뒤 다시 시도하세요</translation>
    </message>
    <message>
        <source>Choose a folder that is new or empty, or another name</source>
        <translation>새 폴더나 빈 폴더, 또는 다른 이름을 고르세요</translation>
    </message>
    <message>
        <source>Images that are not to be had, and not shown: %1</source>
        <translation>구할 수 없어 표시하지 않은 이미지: %1</translation>
    </message>
    <message>
        <source>%1 could not be written: the disk is full</source>
        <translation>%1에 쓸 수 없습니다. 디스크가 가득 찼습니다</translation>
    </message>
    <message>
        <source>%1 could not be written as Parquet: %2</source>
        <translation>%1을(를) Parquet으로 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 cannot have a column &quot;%2&quot; as well</source>
        <translation>%1에는 &quot;%2&quot; 열을 더 둘 수 없습니다</translation>
    </message>
    <message>
        <source>Choose another format</source>
        <translation>다른 형식을 고르세요</translation>
    </message>
    <message>
        <source>Run packaging/setup, which brings it, or name the file libduckdb.so in the environment variable WINNOW_LIBDUCKDB. Other formats are written without it</source>
        <translation>packaging/setup을 실행하면 설치됩니다. 또는 환경 변수 WINNOW_LIBDUCKDB에 libduckdb.so 파일을 지정하세요. 다른 형식은 이것 없이도 쓸 수 있습니다</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>One sample a line with question, options, answer and images in a folder or as base64</source>
        <translation>한 줄에 샘플 하나: 질문, 보기, 정답, 이미지(폴더 또는 base64)</translation>
    </message>
    <message>
        <source>VLMEvalKit TSV</source>
        <translation>VLMEvalKit TSV</translation>
    </message>
    <message>
        <source>A dataset file that VLMEvalKit runs by name; the same index, so that old predictions still join</source>
        <translation>VLMEvalKit이 이름으로 실행하는 데이터셋 파일. 인덱스가 같아 이전 예측과 연결됩니다</translation>
    </message>
    <message>
        <source>A table for spreadsheets and data frames, a column an option, every cell quoted (RFC 4180)</source>
        <translation>스프레드시트와 데이터 프레임을 위한 표: 보기마다 한 열, 모든 셀을 따옴표로 묶음(RFC 4180)</translation>
    </message>
    <message>
        <source>Every Eval Ever responses</source>
        <translation>Every Eval Ever 응답</translation>
    </message>
    <message>
        <source>What models answered to the kept samples: a summary and a line a reply for each run, to be shared</source>
        <translation>유지된 샘플에 모델이 답한 내용: 실행마다 요약 하나와 응답당 한 줄, 공유용</translation>
    </message>
    <message>
        <source>inspect_ai dataset and task</source>
        <translation>inspect_ai 데이터셋과 작업</translation>
    </message>
    <message>
        <source>Samples with choices, targets and images in the message, and a task.py that &quot;inspect eval&quot; runs</source>
        <translation>보기와 정답, 메시지 안의 이미지를 담은 샘플과 &quot;inspect eval&quot;로 실행하는 task.py</translation>
    </message>
    <message>
        <source>Ids to keep and to drop</source>
        <translation>유지할 ID와 제외할 ID</translation>
    </message>
    <message>
        <source>keep_ids.txt, an index a line, and drop_ids.jsonl that says why, by whom and when</source>
        <translation>한 줄에 인덱스 하나인 keep_ids.txt와 이유, 판정자, 시각을 적은 drop_ids.jsonl</translation>
    </message>
    <message>
        <source>LLaVA conversations</source>
        <translation>LLaVA 대화</translation>
    </message>
    <message>
        <source>A JSON list for training and asking LLaVA and its kin: question and answer as a conversation, images in a folder</source>
        <translation>LLaVA 계열을 학습하고 질문하기 위한 JSON 목록: 질문과 정답을 대화로, 이미지는 폴더에</translation>
    </message>
    <message>
        <source>lm-evaluation-harness task</source>
        <translation>lm-evaluation-harness 작업</translation>
    </message>
    <message>
        <source>A task folder with samples, images, prompts and the reading of replies, for its option include_path</source>
        <translation>샘플, 이미지, 프롬프트, 응답 판독을 담은 작업 폴더(옵션 include_path용)</translation>
    </message>
    <message>
        <source>VQA v2 pair</source>
        <translation>VQA v2 파일 쌍</translation>
    </message>
    <message>
        <source>A file of questions and one of annotations, joined by question_id, images in a folder</source>
        <translation>question_id로 이어지는 질문 파일과 주석 파일, 이미지는 폴더에</translation>
    </message>
    <message>
        <source>DatBench (Parquet)</source>
        <translation>DatBench (Parquet)</translation>
    </message>
    <message>
        <source>A folder a capability with the columns of DatBench, discrimination and frontier included, for its evaluator</source>
        <translation>능력마다 폴더 하나. 변별도와 한계 샘플 여부를 포함한 DatBench의 열을 갖추어 그 평가기가 읽습니다</translation>
    </message>
    <message>
        <source>Errata</source>
        <translation>정오표</translation>
    </message>
    <message>
        <source>What people corrected, for the makers of the benchmark: a patch for programs and a report with images</source>
        <translation>사람들이 바로잡은 것을 벤치마크를 만든 이들에게: 프로그램을 위한 패치와 이미지가 든 보고서</translation>
    </message>
    <message>
        <source>Hugging Face image folder</source>
        <translation>Hugging Face 이미지 폴더</translation>
    </message>
    <message>
        <source>A folder a split with metadata.jsonl and the image files beside it, which load_dataset() opens, and a dataset card</source>
        <translation>분할마다 metadata.jsonl과 이미지 파일을 담은 폴더. load_dataset()으로 열리며 데이터셋 카드가 함께 있습니다</translation>
    </message>
    <message>
        <source>Hugging Face dataset (Parquet)</source>
        <translation>Hugging Face 데이터셋 (Parquet)</translation>
    </message>
    <message>
        <source>A folder that load_dataset() opens and the hub shows: Parquet by split with the images in it, a dataset card and eval.yaml</source>
        <translation>load_dataset()으로 열리고 허브에 표시되는 폴더. 이미지가 든 분할별 Parquet, 데이터셋 카드, eval.yaml</translation>
    </message>
    <message>
        <source>lmms-eval task</source>
        <translation>lmms-eval 작업</translation>
    </message>
    <message>
        <source>A folder for --include_path: a task a split with its prompt and scoring, and the rows as Parquet</source>
        <translation>--include_path에 주는 폴더. 분할마다 프롬프트와 채점이 있는 작업, 행은 Parquet</translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>by dataset</source>
        <translation>데이터셋별</translation>
    </message>
    <message>
        <source>by capability</source>
        <translation>능력별</translation>
    </message>
    <message>
        <source>by what the question looks like</source>
        <translation>질문의 생김새별</translation>
    </message>
    <message>
        <source>%1 first, %2 where it is unsure</source>
        <translation>%1 먼저, 확신이 없으면 %2</translation>
    </message>
    <message>
        <source>No responses of the standard condition are recorded</source>
        <translation>표준 조건의 응답 기록이 없습니다</translation>
    </message>
    <message>
        <source>Import what models answered</source>
        <translation>모델의 응답을 가져오세요</translation>
    </message>
    <message>
        <source>Every model was asked once</source>
        <translation>모든 모델에 한 번씩만 물었습니다</translation>
    </message>
    <message>
        <source>Ask each question several times at a temperature above 0, and import the tries with a column &quot;attempt&quot; (0, 1, 2 …)</source>
        <translation>온도를 0보다 높여 질문마다 여러 번 묻고, 시도를 &quot;attempt&quot; 열(0, 1, 2 …)과 함께 가져오세요</translation>
    </message>
    <message>
        <source>Only scores are recorded, no answers: whether tries agree cannot be told</source>
        <translation>점수만 있고 답이 없어 시도끼리 일치하는지 알 수 없습니다</translation>
    </message>
    <message>
        <source>Import the replies in a column &quot;response&quot; or &quot;prediction&quot;</source>
        <translation>응답을 &quot;response&quot;나 &quot;prediction&quot; 열로 가져오세요</translation>
    </message>
    <message>
        <source>No judge rated the replies</source>
        <translation>응답을 평가한 판정자가 없습니다</translation>
    </message>
    <message>
        <source>Import a judge&apos;s or a reward model&apos;s number for each reply in a column &quot;verifier&quot;</source>
        <translation>판정자나 보상 모델이 응답마다 매긴 수를 &quot;verifier&quot; 열로 가져오세요</translation>
    </message>
    <message>
        <source>No log-probabilities are recorded</source>
        <translation>로그 확률 기록이 없습니다</translation>
    </message>
    <message>
        <source>Import the reply&apos;s log-probability in a column &quot;logprob&quot;, or the probabilities of the options</source>
        <translation>응답의 로그 확률을 &quot;logprob&quot; 열로, 또는 보기 확률을 가져오세요</translation>
    </message>
    <message>
        <source>There is one model: nothing to route between</source>
        <translation>모델이 하나뿐이라 나눠 보낼 곳이 없습니다</translation>
    </message>
    <message>
        <source>No question was asked of all models that answered at least half of them</source>
        <translation>절반 이상 답한 모델 모두에게 물은 질문이 없습니다</translation>
    </message>
    <message>
        <source>Import the responses of several models to the same questions, or choose models and datasets that belong together</source>
        <translation>같은 질문에 대한 여러 모델의 응답을 가져오거나, 함께 묻던 모델과 데이터셋을 고르세요</translation>
    </message>
    <message>
        <source>What %1 and others (%2) cost is not known</source>
        <translation>%1 외 %2개 모델의 비용을 알 수 없습니다</translation>
    </message>
    <message>
        <source>What %1 costs is not known</source>
        <translation>%1의 비용을 알 수 없습니다</translation>
    </message>
    <message>
        <source>Import &quot;cost&quot; for each response, or its tokens or seconds, and set the model&apos;s price</source>
        <translation>응답마다 &quot;cost&quot;를 가져오거나, 토큰 또는 초를 가져오고 모델의 가격을 정하세요</translation>
    </message>
    <message>
        <source>No call was timed</source>
        <translation>호출 시간이 기록되지 않았습니다</translation>
    </message>
    <message>
        <source>Import the seconds of each response in a column &quot;latency&quot;</source>
        <translation>응답마다 걸린 초를 &quot;latency&quot; 열로 가져오세요</translation>
    </message>
    <message>
        <source>Without repeats no try can be stopped by another</source>
        <translation>반복이 없으면 한 시도가 다른 시도를 멈출 수 없습니다</translation>
    </message>
    <message>
        <source>Ask each question several times, and import the tries with a column &quot;attempt&quot;</source>
        <translation>질문마다 여러 번 묻고, 시도를 &quot;attempt&quot; 열과 함께 가져오세요</translation>
    </message>
    <message>
        <source>No sample is a step of another</source>
        <translation>다른 샘플의 단계인 샘플이 없습니다</translation>
    </message>
    <message>
        <source>Import the steps as samples with the columns &quot;parent&quot; (the question&apos;s index) and &quot;step&quot; (what the step is called)</source>
        <translation>단계를 샘플로 가져오되 &quot;parent&quot;(질문의 키)와 &quot;step&quot;(단계 이름) 열을 두세요</translation>
    </message>
    <message>
        <source>No model answered the steps</source>
        <translation>단계에 답한 모델이 없습니다</translation>
    </message>
    <message>
        <source>Import what models answered to the steps</source>
        <translation>단계에 대한 모델의 응답을 가져오세요</translation>
    </message>
    <message>
        <source>No model answered the steps with more and with less context</source>
        <translation>문맥을 더 주고 덜 주며 단계에 답한 모델이 없습니다</translation>
    </message>
    <message>
        <source>Ask the steps twice, with the whole history and with only what the step needs, and import both with a column &quot;setting&quot; and &quot;prompt_tokens&quot;</source>
        <translation>전체 이력을 준 것과 단계에 필요한 것만 준 것으로 두 번 묻고, &quot;setting&quot;과 &quot;prompt_tokens&quot; 열을 두어 둘 다 가져오세요</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Contextualization</source>
        <translation>맥락화</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Decomposition</source>
        <translation>분해</translation>
    </message>
    <message>
        <source>Orchestration</source>
        <translation>오케스트레이션</translation>
    </message>
    <message>
        <source>one try</source>
        <translation>한 번 시도</translation>
    </message>
    <message>
        <source>in turn until accepted</source>
        <translation>받아들일 때까지 차례로</translation>
    </message>
    <message>
        <source>at once, first accepted</source>
        <translation>동시에, 먼저 받아들인 것</translation>
    </message>
    <message>
        <source>first right one (oracle)</source>
        <translation>첫 정답(오라클)</translation>
    </message>
    <message>
        <source>%1% (%2 to %3)</source>
        <translation>%1%(%2~%3)</translation>
    </message>
    <message>
        <source>%1: %2 answered rightly within %3 s</source>
        <translation>%1: %3초 안에 %2 정답</translation>
    </message>
    <message>
        <source>%1: %2 answered rightly</source>
        <translation>%1: %2 정답</translation>
    </message>
    <message>
        <source>%1, %2 at once</source>
        <translation>%1, 동시에 %2번</translation>
    </message>
    <message>
        <source>%1, up to %2 in turn</source>
        <translation>%1, 차례로 %2번까지</translation>
    </message>
    <message>
        <source>%1 until %2 agree</source>
        <translation>%1, %2개가 일치할 때까지</translation>
    </message>
    <message>
        <source>%1 until one is rated %2 or more</source>
        <translation>%1, 평가가 %2 이상일 때까지</translation>
    </message>
    <message>
        <source>%1 until one is surer than %2%</source>
        <translation>%1, 확신이 %2%를 넘을 때까지</translation>
    </message>
    <message>
        <source>%1 until %2 says the same</source>
        <translation>%1, %2의 답과 같을 때까지</translation>
    </message>
    <message>
        <source>%1 until an answer can be read</source>
        <translation>%1, 답을 읽을 수 있을 때까지</translation>
    </message>
    <message>
        <source>%1 until one is right</source>
        <translation>%1, 정답이 나올 때까지</translation>
    </message>
    <message>
        <source>nothing checked</source>
        <translation>확인 없음</translation>
    </message>
    <message>
        <source>agreement of the tries</source>
        <translation>시도끼리의 일치</translation>
    </message>
    <message>
        <source>a judge&apos;s rating</source>
        <translation>판정자의 평가</translation>
    </message>
    <message>
        <source>another model&apos;s answer</source>
        <translation>다른 모델의 답</translation>
    </message>
    <message>
        <source>log-probability</source>
        <translation>로그 확률</translation>
    </message>
    <message>
        <source>the answer&apos;s form</source>
        <translation>답의 형식</translation>
    </message>
    <message>
        <source>an oracle</source>
        <translation>오라클</translation>
    </message>
    <message>
        <source>the same answer from %1</source>
        <translation>%1의 같은 답</translation>
    </message>
    <message>
        <source>Some questions were tried more often than others (models: %1, %2): only tries that nine in ten questions have are compared</source>
        <translation>어떤 질문은 더 여러 번 물었습니다(모델 %1개, %2): 질문 열에 아홉이 가진 시도까지만 비교합니다</translation>
    </message>
    <message>
        <source>Ask every question as often as the others</source>
        <translation>모든 질문을 같은 횟수로 물으세요</translation>
    </message>
    <message>
        <source>What the judge costs and how long it takes is not recorded; ratings count as free</source>
        <translation>판정자의 비용과 시간은 기록되지 않아, 평가는 공짜로 셉니다</translation>
    </message>
    <message>
        <source>Take the judge&apos;s price into account where a strategy uses its ratings</source>
        <translation>전략이 평가를 쓰면 판정자의 가격도 생각하세요</translation>
    </message>
    <message>
        <source>Not every model was timed: strategies are compared however long they take</source>
        <translation>시간이 기록되지 않은 모델이 있어, 걸린 시간과 상관없이 전략을 비교합니다</translation>
    </message>
    <message>
        <source>%1%; difference %2 points, %3 to %4</source>
        <translation>%1%, 차이 %2점, %3~%4</translation>
    </message>
    <message>
        <source>%1, at %2 of the cost of %3 alone (%4)</source>
        <translation>%1, %3 하나만 쓸 때 비용의 %2(%4)</translation>
    </message>
    <message>
        <source>%1, with %2 of the calls of %3 alone (%4)</source>
        <translation>%1, %3 하나만 쓸 때 호출의 %2(%4)</translation>
    </message>
    <message>
        <source>one of %1 models, by dataset</source>
        <translation>모델 %1개 중 데이터셋에 따라 하나</translation>
    </message>
    <message>
        <source>one of %1 models, by capability</source>
        <translation>모델 %1개 중 능력에 따라 하나</translation>
    </message>
    <message>
        <source>a ladder of models until accepted</source>
        <translation>받아들일 때까지 점점 나은 모델로</translation>
    </message>
    <message>
        <source>Of %1 strategies none promised as much as %2 alone for less, or more, and kept it on the other half of the questions</source>
        <translation>전략 %1개 중, %2 하나만큼을 더 싸게 또는 그보다 많이 기대하게 하고 나머지 절반의 질문에서도 그만큼 해낸 것이 없습니다</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>%1 cells</source>
        <translation>셀 %1개</translation>
    </message>
    <message>
        <source>%1 cells in %2 lines; a quote may join rows</source>
        <translation>%2줄에 걸친 셀 %1개(따옴표가 행을 이었을 수 있음)</translation>
    </message>
    <message>
        <source>a closing quote in line %1; these rows are not read</source>
        <translation>%1번째 줄의 닫는 따옴표(이 행들은 읽지 않음)</translation>
    </message>
    <message>
        <source>bytes that are not UTF-8: %1</source>
        <translation>UTF-8이 아닌 바이트: %1</translation>
    </message>
    <message>
        <source>UTF-8 text</source>
        <translation>UTF-8 텍스트</translation>
    </message>
    <message>
        <source>more than %1 cells</source>
        <translation>셀 %1개 초과</translation>
    </message>
    <message>
        <source>at most that many</source>
        <translation>그 이하</translation>
    </message>
    <message>
        <source>a row of more than %1 bytes</source>
        <translation>%1바이트가 넘는 행</translation>
    </message>
    <message>
        <source>a row within the size limit; a quote may not be closed</source>
        <translation>크기 제한 안의 행(따옴표가 닫히지 않았을 수 있음)</translation>
    </message>
    <message>
        <source>a row within the size limit</source>
        <translation>크기 제한 안의 행</translation>
    </message>
    <message>
        <source>a quoted cell that is not closed before the end of the file</source>
        <translation>파일 끝까지 닫히지 않은 따옴표 셀</translation>
    </message>
    <message>
        <source>a closing quote; the file seems to be damaged or cut off</source>
        <translation>닫는 따옴표(파일이 손상되었거나 잘린 듯함)</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>직접 고름</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a usual name for it</source>
        <translation>&quot;%1&quot;은(는) 흔히 쓰는 이름</translation>
    </message>
    <message>
        <source>one column for each option</source>
        <translation>보기마다 열 하나</translation>
    </message>
    <message>
        <source>one column of probabilities for each option</source>
        <translation>보기마다 확률 열 하나</translation>
    </message>
    <message>
        <source>one column for each image</source>
        <translation>이미지마다 열 하나</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names or holds images</source>
        <translation>&quot;%1&quot;에 이미지나 그 이름이 있음</translation>
    </message>
    <message>
        <source>&quot;%1&quot; begins with it</source>
        <translation>&quot;%1&quot;이(가) 이것으로 시작함</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds what a model said</source>
        <translation>&quot;%1&quot;에 모델의 말이 있음</translation>
    </message>
    <message>
        <source>The replies are read from inside &quot;%1&quot;</source>
        <translation>응답은 &quot;%1&quot; 안에서 읽음</translation>
    </message>
    <message>
        <source>its values look like images</source>
        <translation>값이 이미지처럼 보임</translation>
    </message>
    <message>
        <source>the keys are names of images</source>
        <translation>키가 이미지 이름임</translation>
    </message>
    <message>
        <source>Responses are read from %1</source>
        <translation>응답은 %1에서 읽음</translation>
    </message>
    <message>
        <source>&quot;%1&quot; looks like a key</source>
        <translation>&quot;%1&quot;은(는) 키처럼 보임</translation>
    </message>
    <message>
        <source>there is no key; the image names serve as one</source>
        <translation>키가 없어 이미지 이름을 키로 씀</translation>
    </message>
    <message>
        <source>%1 columns are taken for models: %2</source>
        <translation>열 %1개를 모델로 봄: %2</translation>
    </message>
    <message>
        <source>&quot;text&quot; beside &quot;answer_id&quot; is what a model said</source>
        <translation>&quot;answer_id&quot; 옆의 &quot;text&quot;는 모델의 말</translation>
    </message>
    <message>
        <source>the value beside each key</source>
        <translation>키마다 딸린 값</translation>
    </message>
    <message>
        <source>the value beside each key is taken for a model&apos;s answer</source>
        <translation>키마다 딸린 값을 모델의 답으로 봄</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the key</source>
        <translation>&quot;%1&quot;이(가) 정답임</translation>
    </message>
    <message>
        <source>beside &quot;%1&quot; it is what a model answered</source>
        <translation>&quot;%1&quot; 옆에 있어 모델의 답으로 봄</translation>
    </message>
    <message>
        <source>in a file of responses, &quot;%1&quot; is what the model answered</source>
        <translation>응답 파일에서 &quot;%1&quot;은(는) 모델의 답</translation>
    </message>
    <message>
        <source>it goes with &quot;%1&quot;</source>
        <translation>&quot;%1&quot;과(와) 짝을 이룸</translation>
    </message>
    <message>
        <source>remembered from an earlier import</source>
        <translation>이전 가져오기에서 기억함</translation>
    </message>
    <message>
        <source>an image that can be shown: %1</source>
        <translation>표시할 수 있는 이미지: %1</translation>
    </message>
    <message>
        <source>a file; addresses are not downloaded</source>
        <translation>파일(주소는 내려받지 않음)</translation>
    </message>
    <message>
        <source>a path inside the image folder, without &quot;..&quot;</source>
        <translation>&quot;..&quot; 없이 이미지 폴더 안의 경로</translation>
    </message>
    <message>
        <source>that file; %1 is used instead</source>
        <translation>그 파일(대신 %1 사용)</translation>
    </message>
    <message>
        <source>a file inside %1; it lies in %2, which can be given as the folder of the images</source>
        <translation>%1 안의 파일(파일은 %2에 있으며, 이 폴더를 이미지 폴더로 지정할 수 있음)</translation>
    </message>
    <message>
        <source>a file in %1</source>
        <translation>%1 안의 파일</translation>
    </message>
    <message>
        <source>an image in base64</source>
        <translation>base64 이미지</translation>
    </message>
    <message>
        <source>embedded bytes</source>
        <translation>포함된 바이트</translation>
    </message>
    <message>
        <source>Responses, a column for each model</source>
        <translation>응답, 모델마다 한 열</translation>
    </message>
    <message>
        <source>Responses, a row for each</source>
        <translation>응답, 응답마다 한 행</translation>
    </message>
    <message>
        <source>CSV or TSV</source>
        <translation>CSV 또는 TSV</translation>
    </message>
    <message>
        <source>The field mapping is remembered from a file with the same columns</source>
        <translation>같은 열을 가진 파일의 필드 대응을 기억해 씀</translation>
    </message>
    <message>
        <source>No dataset has these keys: the samples of &quot;%1&quot; are made from the responses</source>
        <translation>이 키를 가진 데이터셋이 없어 &quot;%1&quot;의 샘플을 응답에서 만듦</translation>
    </message>
    <message>
        <source>The samples are known already: &quot;answer&quot; is taken for what a model answered</source>
        <translation>샘플이 이미 있으므로 &quot;answer&quot;를 모델의 답으로 봄</translation>
    </message>
    <message>
        <source>The file completes samples that are known already</source>
        <translation>이미 있는 샘플을 채우는 파일</translation>
    </message>
    <message>
        <source>The samples are in &quot;%1&quot; already: only the responses are read</source>
        <translation>샘플이 이미 &quot;%1&quot;에 있어 응답만 읽음</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 issues are kept one by one</source>
        <translation>문제 %2개 중 처음 %1개만 하나하나 남김</translation>
    </message>
    <message>
        <source>lists of more than %1 elements</source>
        <translation>요소가 %1개를 넘는 목록</translation>
    </message>
    <message>
        <source>at most that many in a record</source>
        <translation>레코드마다 그 이하</translation>
    </message>
    <message>
        <source>one column more, &quot;%1&quot;</source>
        <translation>열 하나 더, &quot;%1&quot;</translation>
    </message>
    <message>
        <source>at most %1 columns</source>
        <translation>최대 %1열</translation>
    </message>
    <message>
        <source>a record of more than %1 values</source>
        <translation>값이 %1개를 넘는 레코드</translation>
    </message>
    <message>
        <source>fewer brackets, commas and quotes</source>
        <translation>더 적은 괄호, 쉼표, 따옴표</translation>
    </message>
    <message>
        <source>bytes that are not UTF-8</source>
        <translation>UTF-8이 아닌 바이트</translation>
    </message>
    <message>
        <source>a JSON object</source>
        <translation>JSON 객체</translation>
    </message>
    <message>
        <source>a JSON object (%1)</source>
        <translation>JSON 객체 (%1)</translation>
    </message>
    <message>
        <source>Records that ask several questions are read as several samples</source>
        <translation>질문이 여럿인 레코드는 여러 샘플로 읽음</translation>
    </message>
    <message>
        <source>The file is a table by columns: each of its %1 rows is a record</source>
        <translation>열 단위 표: %1개 행이 각각 레코드임</translation>
    </message>
    <message>
        <source>Only the list &quot;%1&quot; is read, and not %2</source>
        <translation>목록 &quot;%1&quot;만 읽고 %2은(는) 읽지 않음</translation>
    </message>
    <message>
        <source>Some lines are arrays of records: their records are read one by one</source>
        <translation>어떤 줄은 레코드 배열: 레코드를 하나씩 읽음</translation>
    </message>
    <message>
        <source>Some lines hold several records: each is read</source>
        <translation>어떤 줄에 레코드가 여럿: 모두 읽음</translation>
    </message>
    <message>
        <source>a line of more than %1 bytes</source>
        <translation>%1바이트가 넘는 줄</translation>
    </message>
    <message>
        <source>a record within the size limit</source>
        <translation>크기 제한 안의 레코드</translation>
    </message>
    <message>
        <source>the end of the file</source>
        <translation>파일 끝</translation>
    </message>
    <message>
        <source>the closing bracket; the file seems to be cut off</source>
        <translation>닫는 괄호(파일이 잘린 듯함)</translation>
    </message>
    <message>
        <source>More records follow the first array: they are read as well</source>
        <translation>첫 배열 뒤에 레코드가 더 있어 함께 읽음</translation>
    </message>
    <message>
        <source>More records follow the first JSON value: they are read as well</source>
        <translation>첫 JSON 값 뒤에 레코드가 더 있어 함께 읽음</translation>
    </message>
    <message>
        <source>Another object follows the first one: its records are read as well</source>
        <translation>첫 객체 뒤에 다른 객체가 있어 그 레코드도 읽음</translation>
    </message>
    <message>
        <source>the end of the file; this is not JSON and is not read</source>
        <translation>파일 끝(이 부분은 JSON이 아니어서 읽지 않음)</translation>
    </message>
    <message>
        <source>a key in quotes</source>
        <translation>따옴표 안의 키</translation>
    </message>
    <message>
        <source>a record of more than %1 bytes</source>
        <translation>%1바이트가 넘는 레코드</translation>
    </message>
    <message>
        <source>a closed record; the file seems to be damaged</source>
        <translation>닫힌 레코드(파일이 손상된 듯함)</translation>
    </message>
    <message>
        <source>a record without an end</source>
        <translation>끝나지 않은 레코드</translation>
    </message>
    <message>
        <source>a closed record; the file seems to be damaged or cut off</source>
        <translation>닫힌 레코드(파일이 손상되었거나 잘린 듯함)</translation>
    </message>
    <message>
        <source>the sample&apos;s key (index)</source>
        <translation>샘플의 키(index)</translation>
    </message>
    <message>
        <source>what was judged (verdict, or one of ground_truth_wrong, question_is_ambiguous, needs_high_resolution)</source>
        <translation>판정 내용(verdict 또는 ground_truth_wrong, question_is_ambiguous, needs_high_resolution 중 하나)</translation>
    </message>
    <message>
        <source>the key of a sample of %1</source>
        <translation>%1에 있는 샘플의 키</translation>
    </message>
    <message>
        <source>ok, or a word for a wrong label, an ambiguous question or an insufficient image</source>
        <translation>ok, 또는 틀린 정답·모호한 질문·부족한 이미지를 뜻하는 말</translation>
    </message>
    <message>
        <source>&quot;%1&quot; repeats (%2 of %3 records have the key of another one): it is no key, the samples go by their position from 0</source>
        <translation>&quot;%1&quot;이(가) 되풀이됨(레코드 %3개 중 %2개의 키가 다른 것과 같음): 키가 아니므로 샘플은 0부터 센 위치를 씀</translation>
    </message>
    <message>
        <source>; unique is %1, which joins responses</source>
        <translation>; 고유한 것은 %1이며 이것으로 응답을 이음</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>표준</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>블라인드</translation>
    </message>
    <message>
        <source>circular</source>
        <translation>순환</translation>
    </message>
    <message>
        <source>open-ended</source>
        <translation>주관식</translation>
    </message>
    <message>
        <source>choices only</source>
        <translation>보기만</translation>
    </message>
    <message>
        <source>&quot;%1&quot; goes up to %2: read as percent</source>
        <translation>&quot;%1&quot;의 최댓값이 %2: 백분율로 읽음</translation>
    </message>
    <message>
        <source>No model is named: &quot;%1&quot; is used</source>
        <translation>모델 이름이 없어 &quot;%1&quot;을(를) 씀</translation>
    </message>
    <message>
        <source>The file&apos;s name says condition %1</source>
        <translation>파일 이름이 조건을 알려 줌: %1</translation>
    </message>
    <message>
        <source>Responses are joined to the samples by %1</source>
        <translation>응답을 %1(으)로 샘플에 이음</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the key of the samples, and repeats among them</source>
        <translation>&quot;%1&quot;은(는) 샘플의 키가 아니며 되풀이됨</translation>
    </message>
    <message>
        <source>%1 of %2 replies hold no answer that can be read</source>
        <translation>응답 %2개 중 %1개에서 답을 읽을 수 없음</translation>
    </message>
    <message>
        <source>%1 of %2 replies are read or scored differently now</source>
        <translation>응답 %2개 중 %1개의 답이나 점수가 달라짐</translation>
    </message>
    <message>
        <source>rejected: &quot;%1&quot;, expected is %2</source>
        <translation>거부: &quot;%1&quot;, 있어야 할 것: %2</translation>
    </message>
    <message>
        <source>There is no key: responses are joined to the samples by their order</source>
        <translation>키가 없어 응답을 순서대로 샘플에 이음</translation>
    </message>
    <message>
        <source>There is no key: responses are joined to the samples by order and question</source>
        <translation>키가 없어 응답을 순서와 질문으로 샘플에 이음</translation>
    </message>
    <message>
        <source>the question of the sample that the key names; another sample asks this</source>
        <translation>키가 가리키는 샘플의 질문(이것은 다른 샘플의 질문임)</translation>
    </message>
    <message>
        <source>The file names several models: the one that was given is not used</source>
        <translation>파일에 모델이 여럿이라 지정한 모델은 쓰지 않음</translation>
    </message>
    <message>
        <source>Condition &quot;%1&quot; is taken for %2</source>
        <translation>조건 &quot;%1&quot;을(를) %2(으)로 봄</translation>
    </message>
    <message>
        <source>Condition &quot;%1&quot; is taken for %2, setting &quot;%3&quot;</source>
        <translation>조건 &quot;%1&quot;을(를) %2, 설정 &quot;%3&quot;(으)로 봄</translation>
    </message>
    <message>
        <source>a whole number from %1</source>
        <translation>%1 이상의 정수</translation>
    </message>
    <message>
        <source>0, 1, true, false or a number between</source>
        <translation>0, 1, true, false 또는 그 사이의 수</translation>
    </message>
    <message>
        <source>one response for each model, sample and attempt; the same one again is dropped</source>
        <translation>모델·샘플·시도마다 응답 하나(같은 응답은 버림)</translation>
    </message>
    <message>
        <source>a reply in which an answer can be read; without one it scores 0 and is no vote</source>
        <translation>답을 읽을 수 있는 응답(없으면 0점이며 표로 세지 않음)</translation>
    </message>
    <message>
        <source>one response for each model, sample and attempt; this one differs and is kept as attempt %1</source>
        <translation>모델·샘플·시도마다 응답 하나(다른 응답이라 시도 %1로 남김)</translation>
    </message>
    <message>
        <source>a value nested more than %1 levels deep</source>
        <translation>%1단계보다 깊게 중첩된 값</translation>
    </message>
    <message>
        <source>a key that tells the sample</source>
        <translation>샘플을 알려 주는 키</translation>
    </message>
    <message>
        <source>%1 questions in one record</source>
        <translation>한 레코드에 질문 %1개</translation>
    </message>
    <message>
        <source>one question in a record; only the first is read</source>
        <translation>레코드마다 질문 하나(첫 질문만 읽음)</translation>
    </message>
    <message>
        <source>a record without content</source>
        <translation>내용이 없는 레코드</translation>
    </message>
    <message>
        <source>a question, options, an image or an answer</source>
        <translation>질문, 보기, 이미지 또는 정답</translation>
    </message>
    <message>
        <source>the text of an option; it may have read None</source>
        <translation>보기의 글(원래 None이었을 수 있음)</translation>
    </message>
    <message>
        <source>options (%1)</source>
        <translation>보기 (%1)</translation>
    </message>
    <message>
        <source>a list of options (%1)</source>
        <translation>보기 목록 (%1)</translation>
    </message>
    <message>
        <source>one of the %1 options; kept as it is</source>
        <translation>보기 %1개 중 하나(그대로 둠)</translation>
    </message>
    <message>
        <source>a list of images (%1)</source>
        <translation>이미지 목록 (%1)</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1바이트</translation>
    </message>
    <message>
        <source>at most %1 bytes in a column without a field; not kept</source>
        <translation>필드가 없는 열은 최대 %1바이트(남기지 않음)</translation>
    </message>
    <message>
        <source>JSON of at most %1 levels; kept as text</source>
        <translation>최대 %1단계의 JSON(글로 남김)</translation>
    </message>
    <message>
        <source>Some keys are asked in more than %1 ways: only the first are samples</source>
        <translation>어떤 키는 질문이 %1가지를 넘음: 앞의 것만 샘플로 함</translation>
    </message>
    <message>
        <source>Some keys come with several questions: the second is KEY#2</source>
        <translation>어떤 키에 질문이 여럿: 두 번째는 키#2</translation>
    </message>
    <message>
        <source>Several questions share an image and the image&apos;s name is the key: the second is NAME#2</source>
        <translation>여러 질문이 이미지 하나를 함께 쓰고 그 이름이 키임: 두 번째는 이름#2</translation>
    </message>
    <message>
        <source>Some images are named with another ending than the files have: %1 is used for %2</source>
        <translation>어떤 이미지는 확장자가 파일과 다름: %2 대신 %1 사용</translation>
    </message>
    <message>
        <source>The file tells the letters of the answers but not the options&apos; texts: letters stand for them</source>
        <translation>정답 글자만 있고 보기의 글이 없어 글자로 대신함</translation>
    </message>
    <message>
        <source>the options of item %1 in another order; kept as a sample of its own</source>
        <translation>문항 %1의 보기를 다른 순서로 한 것(별도 샘플로 남김)</translation>
    </message>
    <message>
        <source>%1 rows are rotations of %2 items (circular evaluation)</source>
        <translation>행 %1개는 문항 %2개의 순환(순환 평가)</translation>
    </message>
    <message>
        <source>the key of a sample with an image</source>
        <translation>이미지가 있는 샘플의 키</translation>
    </message>
    <message>
        <source>The answers are letters: so are the %1 that are also the text of another option</source>
        <translation>정답은 글자임: 다른 보기의 글이기도 한 %1개도 글자로 읽음</translation>
    </message>
    <message>
        <source>The answers are read as the text of an option</source>
        <translation>정답을 보기의 글로 읽음</translation>
    </message>
    <message>
        <source>0 never occurs, the number of options does</source>
        <translation>0은 없고 보기 수와 같은 값이 있음</translation>
    </message>
    <message>
        <source>0 occurs, the number of options does not</source>
        <translation>0이 있고 보기 수와 같은 값은 없음</translation>
    </message>
    <message>
        <source>neither 0 nor the number of options occurs</source>
        <translation>0도 보기 수와 같은 값도 없음</translation>
    </message>
    <message>
        <source>it leaves the fewest keys over</source>
        <translation>맞지 않는 정답이 가장 적음</translation>
    </message>
    <message>
        <source>The answers are read as an index that counts from %1 (%2): %3 samples</source>
        <translation>정답을 %1부터 세는 번호로 읽음(%2): 샘플 %3개</translation>
    </message>
    <message>
        <source>; %1 keys are none</source>
        <translation>; %1개는 해당 없음</translation>
    </message>
    <message>
        <source>The options are read from the lines &quot;A. …&quot; of the question</source>
        <translation>보기를 질문의 &quot;A. …&quot; 줄에서 읽음</translation>
    </message>
    <message>
        <source>one cell</source>
        <translation>셀 1개</translation>
    </message>
    <message>
        <source>%1 as in the header</source>
        <translation>머리글과 같은 %1</translation>
    </message>
    <message>
        <source>a quoted cell that runs over further rows of the table: %1</source>
        <translation>표의 다음 행까지 이어지는 따옴표 셀: %1행</translation>
    </message>
    <message>
        <source>Detectors that ran on %2 before: %1; their flags are older than these changes, run the audits again</source>
        <translation>전에 %2에서 실행된 탐지기: %1개. 그 플래그는 이번 변경보다 오래되었으니 감사를 다시 실행하세요</translation>
    </message>
    <message>
        <source>Responses that ask what another sample than that of their key asks: %1; they are not joined</source>
        <translation>키의 샘플이 아닌 다른 샘플의 질문을 담은 응답: %1개(잇지 않음)</translation>
    </message>
    <message>
        <source>Records that list several replies: %1; they are attempts 1, 2 …</source>
        <translation>응답이 여럿 적힌 레코드: %1개(시도 1, 2 …로 봄)</translation>
    </message>
    <message>
        <source>Lists in &quot;%1&quot; that are one answer each, as the column of the answer&apos;s type says: %2</source>
        <translation>&quot;%1&quot;에서 각각 답 하나인 목록(답 유형 열에 따름): %2개</translation>
    </message>
    <message>
        <source>Lists of numbers in &quot;%1&quot;: %2; each is one answer, not a choice of alternatives</source>
        <translation>&quot;%1&quot;의 숫자 목록: %2개(각각 답 하나이며 여러 답 중 택일이 아님)</translation>
    </message>
    <message>
        <source>Lists in &quot;%1&quot; that are one answer each, as the question asks for it: %2</source>
        <translation>&quot;%1&quot;에서 각각 답 하나인 목록(질문이 그렇게 물음): %2개</translation>
    </message>
    <message>
        <source>Lists of texts in &quot;%1&quot;: %2; any of a list&apos;s texts is accepted</source>
        <translation>&quot;%1&quot;의 글 목록: %2개(목록의 어느 글이든 인정)</translation>
    </message>
    <message>
        <source>Samples for which &quot;%1&quot; names several right options: %2; all of them are needed</source>
        <translation>&quot;%1&quot;에 정답 보기가 여럿인 샘플: %2개(모두 골라야 함)</translation>
    </message>
    <message>
        <source>Samples whose key &quot;%1&quot; keeps back (hidden, -1 or empty): %2; they have none</source>
        <translation>&quot;%1&quot;이(가) 정답을 감춘 샘플(hidden, -1 또는 빈칸): %2개(정답 없음)</translation>
    </message>
    <message>
        <source>Keys in &quot;%1&quot; that name no option of their sample: %2; they are kept as they are</source>
        <translation>&quot;%1&quot;에서 샘플의 보기에 없는 정답: %2개(그대로 둠)</translation>
    </message>
    <message>
        <source>no question</source>
        <translation>질문 없음</translation>
    </message>
    <message>
        <source>no question and no image</source>
        <translation>질문과 이미지 없음</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>as in the file</source>
        <translation>파일대로</translation>
    </message>
    <message>
        <source>by the kind of sample</source>
        <translation>샘플 종류에 따라</translation>
    </message>
    <message>
        <source>%1 (open), %2 (multiple choice)</source>
        <translation>%1(주관식), %2(객관식)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is known as %2 of the DatBench suite; capability: %3, scorer: %4, blind cut-off in models: %5</source>
        <translation>&quot;%1&quot;은(는) DatBench 모음의 %2입니다. 능력: %3, 채점기: %4, 블라인드 기준(모델 수): %5</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1번째 줄</translation>
    </message>
    <message>
        <source>line %1 of %2</source>
        <translation>%2의 %1번째 줄</translation>
    </message>
    <message>
        <source>a key of its own; the same record stands in %1, this one is dropped</source>
        <translation>고유한 키(같은 레코드가 %1에 있어 버림)</translation>
    </message>
    <message>
        <source>a key of its own; another record in %1 has it</source>
        <translation>고유한 키(%1의 다른 레코드와 같음)</translation>
    </message>
    <message>
        <source>a number for each reply; the reply comes without</source>
        <translation>응답마다 숫자 하나. 이 응답은 그 값 없이 들어옵니다</translation>
    </message>
    <message>
        <source>the natural logarithm of a probability, at most 0; the reply comes without</source>
        <translation>확률의 자연로그인 0 이하의 수. 이 응답은 그 값 없이 들어옵니다</translation>
    </message>
    <message>
        <source>a number; the reply comes without</source>
        <translation>숫자. 이 응답은 그 값 없이 들어옵니다</translation>
    </message>
    <message>
        <source>a step of a question, whose key is told too; the sample comes without its step</source>
        <translation>어느 질문의 단계인지 그 질문의 키도 함께. 이 샘플은 단계 없이 들어옵니다</translation>
    </message>
    <message>
        <source>the key of another sample, not its own; the sample comes without its step</source>
        <translation>자기 키가 아닌 다른 샘플의 키. 이 샘플은 단계 없이 들어옵니다</translation>
    </message>
    <message>
        <source>a question that is not itself a step of this sample; the sample comes without its step</source>
        <translation>거꾸로 이 샘플의 단계가 되지 않는 질문. 이 샘플은 단계 없이 들어옵니다</translation>
    </message>
    <message>
        <source>Samples that are steps of others: %1 (questions: %2)</source>
        <translation>다른 샘플의 단계인 샘플: %1개(질문 %2개)</translation>
    </message>
    <message>
        <source>Steps whose question &quot;%1&quot; does not have: %2 (questions: %3); they are chains without an end-to-end question</source>
        <translation>질문이 &quot;%1&quot;에 없는 단계: %2개(질문 %3개). 처음부터 끝까지 묻는 질문이 없는 단계들입니다</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1: 읽을 수 없음: %2</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1이(가) 없습니다</translation>
    </message>
    <message>
        <source>The sheet &quot;%1&quot; is read; the workbook&apos;s other sheets are not: %2</source>
        <translation>시트 &quot;%1&quot;만 읽었고, 통합 문서의 다른 시트는 읽지 않았습니다: %2</translation>
    </message>
    <message>
        <source>%1: 32,767 characters, ending in &quot;%2&quot;</source>
        <translation>%1: 32,767자이며 &quot;%2&quot;(으)로 끝납니다</translation>
    </message>
    <message>
        <source>the whole text; Excel files cut it here, and the rest is lost</source>
        <translation>전체 글. Excel 파일은 여기서 글을 자르며, 나머지는 사라졌습니다</translation>
    </message>
    <message>
        <source>a text that the workbook does not hold (%1)</source>
        <translation>통합 문서에 없는 글 (%1)</translation>
    </message>
    <message>
        <source>a whole workbook</source>
        <translation>온전한 통합 문서</translation>
    </message>
    <message>
        <source>%1: the error %2</source>
        <translation>%1: 오류 %2</translation>
    </message>
    <message>
        <source>a value; the cell is read as empty</source>
        <translation>값. 이 셀은 빈 셀로 읽습니다</translation>
    </message>
    <message>
        <source>%1: a formula that was never computed, =%2</source>
        <translation>%1: 계산된 적이 없는 수식 =%2</translation>
    </message>
    <message>
        <source>its value, which is lost: the cell is read as empty. A text that begins with = has to be written as text</source>
        <translation>수식의 값. 값이 사라져 빈 셀로 읽습니다. =로 시작하는 글은 글로 적어야 합니다</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 통합 문서</translation>
    </message>
    <message>
        <source>it declares a document type, which is never read</source>
        <translation>문서 형식 선언이 있으며, 이런 선언은 읽지 않습니다</translation>
    </message>
    <message>
        <source>more than %1 elements one in the other</source>
        <translation>%1겹이 넘게 겹친 요소</translation>
    </message>
    <message>
        <source>a tag of more than %1 bytes</source>
        <translation>%1바이트가 넘는 태그</translation>
    </message>
    <message>
        <source>no XML from line %1 on (%2)</source>
        <translation>%1행부터 XML이 아님 (%2)</translation>
    </message>
    <message>
        <source>The file&apos;s name says setting &quot;%1&quot;</source>
        <translation>파일 이름에 따르면 설정은 &quot;%1&quot;입니다</translation>
    </message>
    <message>
        <source>The file&apos;s name says attempt %1</source>
        <translation>파일 이름에 따르면 시도 %1입니다</translation>
    </message>
    <message>
        <source>The mapping names columns that the file does not have: %1</source>
        <translation>매핑이 가리키지만 파일에 없는 열: %1</translation>
    </message>
    <message>
        <source>from the mapping &quot;%1&quot;</source>
        <translation>매핑 &quot;%1&quot;에서</translation>
    </message>
    <message>
        <source>&quot;%1&quot; beside the models differs from record to record</source>
        <translation>모델 열 옆의 &quot;%1&quot;은(는) 레코드마다 다릅니다</translation>
    </message>
    <message>
        <source>The field and the title of each figure&apos;s paper are those of image_metadata beside the file</source>
        <translation>각 그림이 실린 논문의 분야와 제목은 파일 옆의 image_metadata에서 읽습니다</translation>
    </message>
    <message>
        <source>Read as CharXiv: each figure has four descriptive questions, keyed FIGURE_0 to FIGURE_3; the file names them by number, and their words are Winnow&apos;s</source>
        <translation>CharXiv로 읽습니다. 그림마다 서술 질문이 네 개 있고 키는 그림_0부터 그림_3까지입니다. 파일에는 질문이 번호로만 있어 문구는 Winnow가 붙였습니다</translation>
    </message>
    <message>
        <source>Read as CharXiv: each figure has one question, keyed by the figure</source>
        <translation>CharXiv로 읽습니다. 그림마다 질문이 하나이고 그림 번호가 키입니다</translation>
    </message>
    <message>
        <source>Read as results of CharXiv: the model is named by the file</source>
        <translation>CharXiv 결과로 읽습니다. 모델은 파일 이름에서 압니다</translation>
    </message>
    <message>
        <source>Read as COCO annotations: each is a sample with the image of its image_id; a box without a caption is the answer, and outlines (segmentation) are not kept</source>
        <translation>COCO 주석으로 읽습니다. 주석 하나가 샘플 하나이며 이미지는 image_id로 찾습니다. 설명이 없는 상자는 정답이 되고 윤곽선(segmentation)은 보관하지 않습니다</translation>
    </message>
    <message>
        <source>Read as results of %1: the model is &quot;%2&quot; by its place</source>
        <translation>%1 결과로 읽습니다. 파일 위치에 따라 모델은 &quot;%2&quot;입니다</translation>
    </message>
    <message>
        <source>The last of &quot;messages&quot; is the reply, the first the prompt</source>
        <translation>&quot;messages&quot;의 마지막은 응답, 처음은 프롬프트입니다</translation>
    </message>
    <message>
        <source>A file of results that holds question_id and answer alone: &quot;answer&quot; is the model&apos;s</source>
        <translation>question_id와 answer만 있는 결과 파일이므로 &quot;answer&quot;는 모델의 답입니다</translation>
    </message>
    <message>
        <source>Read as results of ScienceQA: &quot;outputs&quot; is what the model said, &quot;results&quot; the index of the option it was taken for, a random one where none was found</source>
        <translation>ScienceQA 결과로 읽습니다. &quot;outputs&quot;는 모델이 한 말이고 &quot;results&quot;는 그것을 읽은 선택지의 번호이며, 찾지 못한 경우에는 임의의 선택지입니다</translation>
    </message>
    <message>
        <source>Read as ScienceQA: the image of a question is that of its split and id</source>
        <translation>ScienceQA로 읽습니다. 질문의 이미지는 분할과 id로 찾습니다</translation>
    </message>
    <message>
        <source>pid_splits.json beside it says in which lists a question stands</source>
        <translation>질문이 어느 목록에 속하는지는 옆에 있는 pid_splits.json에서 읽습니다</translation>
    </message>
    <message>
        <source>Read as HallusionBench: the key is category, subcategory, set, figure and question (VD_illusion_0_0_1), and the answers 0 and 1 are No and Yes</source>
        <translation>HallusionBench로 읽습니다. 키는 범주, 하위 범주, 세트, 그림, 질문을 이은 것(VD_illusion_0_0_1)이고, 정답 0과 1은 No와 Yes입니다</translation>
    </message>
    <message>
        <source>Read as POPE: the name of the file says how the objects were chosen, and the key is that with question_id (random_1)</source>
        <translation>POPE로 읽습니다. 물체를 고른 방식은 파일 이름에서 알고, 키는 거기에 question_id를 붙인 것(random_1)입니다</translation>
    </message>
    <message>
        <source>Of the runs of %1 with %2 the newest is read, %3, and not %4</source>
        <translation>%1의 %2 실행 가운데 가장 새로운 %3을(를) 읽고 %4은(는) 읽지 않습니다</translation>
    </message>
    <message>
        <source>Passed over, as they hold no samples: %1</source>
        <translation>샘플이 없어 건너뛴 파일: %1</translation>
    </message>
    <message>
        <source>Pickles can run programs and are never loaded: %1. What is only in there is had by loading them with VLMEvalKit and saving them as tsv, or by a run with PRED_FORMAT=tsv</source>
        <translation>피클은 프로그램을 실행할 수 있어 절대 불러오지 않습니다: %1. 거기에만 있는 내용은 VLMEvalKit에서 불러와 tsv로 저장하거나 PRED_FORMAT=tsv로 다시 실행하면 얻을 수 있습니다</translation>
    </message>
    <message>
        <source>%1 with %2 ended with an error: %3</source>
        <translation>%1의 %2 실행이 오류로 끝났습니다: %3</translation>
    </message>
    <message>
        <source>%1 with %2 has left no table of replies</source>
        <translation>%1의 %2 실행은 응답 표를 남기지 않았습니다</translation>
    </message>
    <message>
        <source>%1 with %2 is not finished (&quot;%3&quot;): replies may be missing</source>
        <translation>%1의 %2 실행이 끝나지 않았습니다(&quot;%3&quot;). 누락된 응답이 있을 수 있습니다</translation>
    </message>
    <message>
        <source>%1 has one row for all rotations of a question: its verdict is that of all of them, its reply that to the first</source>
        <translation>%1에는 질문의 모든 회전을 합친 행이 하나씩만 있습니다. 판정은 회전 전체에 대한 것이고 응답은 첫 회전의 것입니다</translation>
    </message>
    <message>
        <source>The verdicts of %1 are read, and not those of %2</source>
        <translation>%1의 판정을 읽고 %2의 판정은 읽지 않습니다</translation>
    </message>
    <message>
        <source>%1 has one verdict for all rotations of a question: the replies of %2 to each rotation are scored here</source>
        <translation>%1에는 질문의 모든 회전에 대한 판정이 하나씩만 있습니다. 회전마다 %2의 응답을 여기서 채점합니다</translation>
    </message>
    <message>
        <source>The replies are those of %1, their verdicts &quot;%3&quot; of %2</source>
        <translation>응답은 %1에서, 그 판정은 %2의 &quot;%3&quot;에서 읽습니다</translation>
    </message>
    <message>
        <source>Not read beside %1: %2</source>
        <translation>%1 옆에 있지만 읽지 않은 파일: %2</translation>
    </message>
    <message>
        <source>VLMEvalKit work folder</source>
        <translation>VLMEvalKit 작업 폴더</translation>
    </message>
    <message>
        <source>The questions of %1 are joined to the answers in %2 by question_id</source>
        <translation>%1의 질문에 %2의 답을 question_id로 잇습니다</translation>
    </message>
    <message>
        <source>Replies that the log could not score (a status other than &quot;success&quot;): %1; they are missing, not wrong</source>
        <translation>로그가 채점하지 못한 응답(상태가 &quot;success&quot;가 아님): %1. 오답이 아니라 누락입니다</translation>
    </message>
    <message>
        <source>The log has several replies to a question and one score for all of them: they come without scores of their own</source>
        <translation>로그에 질문 하나의 응답이 여럿이고 점수는 전체에 하나뿐입니다. 응답마다의 점수는 없는 것으로 읽습니다</translation>
    </message>
    <message>
        <source>The log has likelihoods of the options: the likeliest is the answer, and the probabilities are shares of their likelihoods</source>
        <translation>로그에 보기의 우도가 있습니다. 우도가 가장 높은 보기를 답으로, 우도의 비율을 확률로 읽습니다</translation>
    </message>
    <message>
        <source>No metric of the log (%1) is a number from 0 to 1 for each question: the replies come without scores of their own</source>
        <translation>질문마다 0에서 1 사이의 수인 지표가 로그에 없습니다(%1). 응답을 점수 없이 가져옵니다</translation>
    </message>
    <message>
        <source>The log has several metrics: the scores are &quot;%1&quot;, the others (%2) are kept as columns &quot;metric_NAME&quot;</source>
        <translation>로그에 지표가 여럿입니다. &quot;%1&quot;을(를) 점수로 읽고, 나머지(%2)는 &quot;metric_NAME&quot; 열로 남깁니다</translation>
    </message>
    <message>
        <source>The log was written to more than once: earlier lines of the same questions are left out: %1</source>
        <translation>로그에 여러 번 덧붙여 쓰였습니다. 같은 질문의 앞선 줄은 뺍니다: %1</translation>
    </message>
    <message>
        <source>The log says that its run ended with &quot;%1&quot;: the samples that were written are read</source>
        <translation>로그에 실행이 &quot;%1&quot;(으)로 끝났다고 되어 있습니다. 기록된 샘플을 읽습니다</translation>
    </message>
    <message>
        <source>The log is marked as invalidated; it is read all the same</source>
        <translation>무효로 표시된 로그입니다. 그래도 읽습니다</translation>
    </message>
    <message>
        <source>Several scorers judged the replies: the scores are those of &quot;%1&quot;, the others (%2) are kept as columns &quot;score_NAME&quot;</source>
        <translation>채점기 여럿이 응답을 채점했습니다. &quot;%1&quot;의 점수를 읽고, 나머지(%2)는 &quot;score_NAME&quot; 열로 남깁니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; gives several values: the scores are &quot;%2&quot;, the others (%3) are kept as columns</source>
        <translation>&quot;%1&quot;의 값이 여럿입니다. &quot;%2&quot;을(를) 점수로 읽고, 나머지(%3)는 열로 남깁니다</translation>
    </message>
    <message>
        <source>Samples that ended with an error: %1; their replies are missing</source>
        <translation>오류로 끝난 샘플: %1. 그 응답은 누락입니다</translation>
    </message>
    <message>
        <source>Samples that were cut short by a limit (time, tokens, messages …): %1; what was said until then is the reply</source>
        <translation>한도(시간, 토큰, 메시지 등)에 걸려 끊긴 샘플: %1. 그때까지의 말을 응답으로 읽습니다</translation>
    </message>
    <message>
        <source>Samples that the log has no score for (NaN): %1; they are missing, not wrong</source>
        <translation>로그에 점수가 없는(NaN) 샘플: %1. 오답이 아니라 누락입니다</translation>
    </message>
    <message>
        <source>Scores that are no number from 0 to 1: %1; the replies come without them</source>
        <translation>0에서 1 사이의 수가 아닌 점수: %1. 응답을 점수 없이 가져옵니다</translation>
    </message>
    <message>
        <source>Samples that the log says are invalid: %1; they are read all the same</source>
        <translation>로그에 무효라고 되어 있는 샘플: %1. 그래도 읽습니다</translation>
    </message>
    <message>
        <source>The log has no header: its run did not come to an end; the samples that were written are read</source>
        <translation>로그에 헤더가 없습니다. 실행이 끝나지 않은 것이며, 기록된 샘플을 읽습니다</translation>
    </message>
    <message>
        <source>Samples of which the log has only a summary: %1; a summary is shortened, and they are not read</source>
        <translation>로그에 요약만 있는 샘플: %1. 요약은 줄여 쓴 것이라 읽지 않습니다</translation>
    </message>
    <message>
        <source>a member that is whole</source>
        <translation>온전한 항목</translation>
    </message>
    <message>
        <source>The log reads each reply by several filters and scores it for each: every filter is a setting</source>
        <translation>로그가 응답마다 필터 여럿을 적용해 따로 채점했습니다. 필터마다 하나의 설정으로 읽습니다</translation>
    </message>
    <message>
        <source>The log has hashes or names in the place of images: the images are not in it</source>
        <translation>로그의 이미지 자리에 해시나 이름만 있습니다. 이미지는 들어 있지 않습니다</translation>
    </message>
    <message>
        <source>Of repeated runs the newest is read; older ones are passed over: %1</source>
        <translation>반복 실행 가운데 가장 새것을 읽고, 예전 것은 건너뜁니다: %1</translation>
    </message>
    <message>
        <source>Beside the logs and not read: %1</source>
        <translation>로그 옆에 있지만 읽지 않은 파일: %1</translation>
    </message>
    <message>
        <source>The verdicts are taken for those of the only model, &quot;%1&quot;</source>
        <translation>판정을 하나뿐인 모델 &quot;%1&quot;에 대한 것으로 읽습니다</translation>
    </message>
    <message>
        <source>Sound, video and documents are not read, only their names: %1</source>
        <translation>소리, 동영상, 문서는 읽지 않고 이름만 읽습니다: %1</translation>
    </message>
    <message>
        <source>as is usual for %1 (%2)</source>
        <translation>%1에서 통용되는 방식 (%2)</translation>
    </message>
    <message>
        <source>a judge model is usual for %1 (%2): its verdicts can be brought in as a further score set</source>
        <translation>%1에는 보통 판정 모델을 씁니다 (%2): 그 판정을 별도의 점수 집합으로 가져올 수 있습니다</translation>
    </message>
    <message>
        <source>Replies to open questions of &quot;%1&quot; are scored: %2 (%3)</source>
        <translation>&quot;%1&quot;의 주관식 질문에 대한 응답 채점: %2 (%3)</translation>
    </message>
    <message>
        <source>%1 of %2 keys looked at are boxes</source>
        <translation>살펴본 정답 %2개 중 %1개가 상자입니다</translation>
    </message>
    <message>
        <source>%1 of %2 keys looked at are points</source>
        <translation>살펴본 정답 %2개 중 %1개가 점입니다</translation>
    </message>
    <message>
        <source>%1 of %2 keys looked at are answers of several people</source>
        <translation>살펴본 정답 %2개 중 %1개가 여러 사람의 답입니다</translation>
    </message>
    <message>
        <source>%1 of %2 keys looked at are a yes or a no</source>
        <translation>살펴본 정답 %2개 중 %1개가 예 또는 아니요입니다</translation>
    </message>
    <message>
        <source>%1 of %2 keys looked at are lists, for questions that ask for all</source>
        <translation>살펴본 정답 %2개 중 %1개가 목록이고, 질문은 모두 고르라고 합니다</translation>
    </message>
    <message>
        <source>%1 of %2 keys looked at are lists</source>
        <translation>살펴본 정답 %2개 중 %1개가 목록입니다</translation>
    </message>
    <message>
        <source>%1 of %2 keys looked at are numbers, most of them with a unit</source>
        <translation>살펴본 정답 %2개 중 %1개가 수이고 대부분 단위가 있습니다</translation>
    </message>
    <message>
        <source>%1 of %2 keys looked at are texts of 15 words and more</source>
        <translation>살펴본 정답 %2개 중 %1개가 15단어 이상의 글입니다</translation>
    </message>
    <message>
        <source>Each row is taken for a model and each column for a sample</source>
        <translation>행마다 모델 하나, 열마다 샘플 하나로 읽습니다</translation>
    </message>
    <message>
        <source>Responses, a column for each sample</source>
        <translation>응답, 샘플마다 한 열</translation>
    </message>
    <message>
        <source>Some keys are those of no sample: their replies are joined by the question</source>
        <translation>일부 키는 어느 샘플의 것도 아니어서 그 응답은 질문으로 연결합니다</translation>
    </message>
    <message>
        <source>Read as samples for inspect_ai: the question is what the message says, or what its metadata call so</source>
        <translation>inspect_ai 샘플로 읽음: 질문은 메시지의 내용이거나 메타데이터에서 질문이라고 한 것</translation>
    </message>
</context>
<context>
    <name>KnownDataset</name>
    <message>
        <source>Charts</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Text in scenes</source>
        <translation>장면 속 글자</translation>
    </message>
    <message>
        <source>Maths and logic</source>
        <translation>수학과 논리</translation>
    </message>
    <message>
        <source>Spatial</source>
        <translation>공간</translation>
    </message>
    <message>
        <source>Grounding</source>
        <translation>위치 지정</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>세기</translation>
    </message>
    <message>
        <source>Diagrams and tables</source>
        <translation>도표와 표</translation>
    </message>
    <message>
        <source>General</source>
        <translation>일반</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>Only what people confirmed is removed or changed; unreviewed flags keep the sample</source>
        <translation>사람이 확인한 것만 빼거나 바꿉니다. 검토하지 않은 플래그는 샘플을 유지합니다</translation>
    </message>
    <message>
        <source>As reviewed, and unreviewed flags of high precision drop the sample; wrong gold answers only where people have checked enough of them</source>
        <translation>검토됨과 같고, 정밀도가 높은 미검토 플래그도 샘플을 제외합니다. 틀린 정답은 사람이 충분히 확인한 곳에서만 제외합니다</translation>
    </message>
    <message>
        <source>Every flag that nobody overrode drops the sample; one of each group of duplicates stays</source>
        <translation>기각되지 않은 모든 플래그가 샘플을 제외합니다. 중복은 그룹마다 하나를 남깁니다</translation>
    </message>
    <message>
        <source>As DatBench-Full: options go or are asked in every order, blindly solvable samples drop, and what people confirmed is removed or changed</source>
        <translation>DatBench-Full처럼: 선택지를 없애거나 모든 순서로 묻고, 이미지 없이 풀리는 샘플은 제외하며, 사람이 확인한 것은 제외하거나 바꿉니다</translation>
    </message>
</context>
<context>
    <name>Scorer</name>
    <message>
        <source>Letter of the chosen option</source>
        <translation>고른 보기의 글자</translation>
    </message>
    <message>
        <source>Equal after normalisation, or the same number</source>
        <translation>정규화 후 같거나 같은 수</translation>
    </message>
    <message>
        <source>The gold answer stands in the reply</source>
        <translation>답에 정답이 들어 있음</translation>
    </message>
    <message>
        <source>Numbers within 5 %, otherwise equal after normalisation</source>
        <translation>수는 5 % 이내, 그 밖에는 정규화 후 같음</translation>
    </message>
    <message>
        <source>Average normalised Levenshtein similarity, 0 below 0.5</source>
        <translation>정규화 레벤슈타인 유사도, 0.5 미만은 0</translation>
    </message>
    <message>
        <source>Soft accuracy over ten annotators</source>
        <translation>주석자 열 명에 대한 부드러운 정확도</translation>
    </message>
    <message>
        <source>similarity below which the score is 0</source>
        <translation>이 유사도보다 낮으면 점수는 0</translation>
    </message>
    <message>
        <source>share of the gold that a number may be off</source>
        <translation>수가 정답에서 벗어나도 되는 비율</translation>
    </message>
    <message>
        <source>1 counts words, not letters</source>
        <translation>1이면 글자가 아니라 단어를 셉니다</translation>
    </message>
    <message>
        <source>0 takes A and a for the same</source>
        <translation>0이면 A와 a를 같게 봅니다</translation>
    </message>
    <message>
        <source>1 - edit distance by the longer length</source>
        <translation>1 - 편집 거리 / 긴 쪽의 길이</translation>
    </message>
    <message>
        <source>overlap from which a box is right; 0 gives the overlap itself</source>
        <translation>상자를 정답으로 보는 겹침 비율의 하한; 0이면 겹침 비율 자체</translation>
    </message>
    <message>
        <source>1: the gold is left, top, width and height; 2: the replies are; 3: both are</source>
        <translation>1: 정답이 왼쪽, 위, 너비, 높이; 2: 응답이 그러함; 3: 둘 다</translation>
    </message>
    <message>
        <source>what the replies&apos; numbers are shares of, where the gold&apos;s are shares of 1; 0 finds it</source>
        <translation>정답이 1에 대한 비율일 때 응답의 수가 무엇에 대한 비율인지; 0이면 알아서 찾음</translation>
    </message>
    <message>
        <source>Boxes that overlap the gold by half</source>
        <translation>정답과 절반 이상 겹치는 상자</translation>
    </message>
    <message>
        <source>1 gives the share of the parts that are right</source>
        <translation>1이면 맞은 항목의 비율</translation>
    </message>
    <message>
        <source>All parts of a list, in order</source>
        <translation>목록의 모든 항목, 순서대로</translation>
    </message>
    <message>
        <source>The same words after normalisation, nothing more lenient</source>
        <translation>정규화 후 같은 단어, 그 이상 관대하지 않음</translation>
    </message>
    <message>
        <source>digits behind the mark that count; -1 = as many as the gold has</source>
        <translation>따지는 소수 자릿수; -1 = 정답의 자릿수만큼</translation>
    </message>
    <message>
        <source>A number, rounded as the gold is, with its unit</source>
        <translation>정답과 같은 자리로 반올림한 수와 단위</translation>
    </message>
    <message>
        <source>share of the picture that a point may be off</source>
        <translation>점이 벗어나도 되는 거리 (그림 크기에 대한 비율)</translation>
    </message>
    <message>
        <source>Points near the gold ones: F1</source>
        <translation>정답에 가까운 점: F1</translation>
    </message>
    <message>
        <source>1 gives the F1 of the parts that are right</source>
        <translation>1이면 맞은 항목의 F1</translation>
    </message>
    <message>
        <source>All parts of a list, in any order</source>
        <translation>목록의 모든 항목, 순서 무관</translation>
    </message>
    <message>
        <source>1 counts letters and digits instead of words, as CC-OCR does</source>
        <translation>1이면 CC-OCR처럼 단어 대신 글자와 숫자를 셉니다</translation>
    </message>
    <message>
        <source>F1 of the words</source>
        <translation>단어의 F1</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>예 또는 아니요</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>The policy that Overview, Insights and Export look through</source>
        <translation>개요, 인사이트, 내보내기가 보는 정책</translation>
    </message>
    <message>
        <source>Which dataset of the DatBench suite it is; empty: as its name says; none: none</source>
        <translation>DatBench 모음의 어느 데이터셋인지. 비움: 이름대로, none: 없음</translation>
    </message>
    <message>
        <source>How replies to open questions without a score are scored; empty: by the kind of sample</source>
        <translation>점수 없는 주관식 답을 채점하는 방법. 비움: 샘플 종류에 따라</translation>
    </message>
    <message>
        <source>Blind cut-off of open questions in models, for the rules that count hits; 0: the rule&apos;s own</source>
        <translation>적중을 세는 규칙에서 주관식의 블라인드 기준(모델 수). 0: 규칙의 값</translation>
    </message>
    <message>
        <source>Blind cut-off of multiple choice in models, for the rules that count hits; 0: the rule&apos;s own</source>
        <translation>적중을 세는 규칙에서 객관식의 블라인드 기준(모델 수). 0: 규칙의 값</translation>
    </message>
    <message>
        <source>GPU seconds that one model takes for 1,000 samples; 0: what the responses say</source>
        <translation>모델 하나가 샘플 1,000개에 쓰는 GPU 초. 0: 응답에 적힌 대로</translation>
    </message>
    <message>
        <source>GPU hours of the whole development; 0: not said</source>
        <translation>개발 전체의 GPU 시간. 0: 입력 안 함</translation>
    </message>
    <message>
        <source>What stands before each question in the prompt, letter by letter</source>
        <translation>프롬프트에서 각 질문 앞에 그대로 놓이는 글</translation>
    </message>
    <message>
        <source>What stands after the options of a multiple choice question; how to answer it</source>
        <translation>객관식 질문의 선택지 뒤에 놓이는 글, 답하는 방법</translation>
    </message>
    <message>
        <source>What stands after an open question; how to answer it</source>
        <translation>주관식 질문 뒤에 놓이는 글, 답하는 방법</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Reading responses</source>
        <translation>응답 읽는 중</translation>
    </message>
    <message>
        <source>Looking for near duplicates</source>
        <translation>비슷한 이미지 찾는 중</translation>
    </message>
    <message>
        <source>Reading scores</source>
        <translation>점수 읽는 중</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>기록 완료</translation>
    </message>
    <message>
        <source>Measuring images</source>
        <translation>이미지 측정 중</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>저장 중</translation>
    </message>
    <message>
        <source>Reading judgements</source>
        <translation>판정 읽는 중</translation>
    </message>
    <message>
        <source>Linting</source>
        <translation>파일 검사 중</translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>파일을 살펴보는 중</translation>
    </message>
    <message>
        <source>Reading samples</source>
        <translation>샘플 읽는 중</translation>
    </message>
    <message>
        <source>Copying the project</source>
        <translation>프로젝트 복사 중</translation>
    </message>
    <message>
        <source>Checking what is in the folder</source>
        <translation>폴더에 있는 파일 확인 중</translation>
    </message>
    <message>
        <source>Drawing pictures</source>
        <translation>그림 그리는 중</translation>
    </message>
    <message>
        <source>Storing samples and responses</source>
        <translation>샘플과 응답 저장 중</translation>
    </message>
    <message>
        <source>Looking through the samples</source>
        <translation>샘플 살펴보는 중</translation>
    </message>
    <message>
        <source>Writing samples</source>
        <translation>샘플 쓰는 중</translation>
    </message>
    <message>
        <source>Checking images</source>
        <translation>이미지 확인 중</translation>
    </message>
    <message>
        <source>Checking pages</source>
        <translation>페이지 확인 중</translation>
    </message>
    <message>
        <source>Checking samples</source>
        <translation>샘플 확인 중</translation>
    </message>
    <message>
        <source>Checking the search index and the ledger</source>
        <translation>검색 색인과 원장 확인 중</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>확인 완료</translation>
    </message>
    <message>
        <source>Copying images</source>
        <translation>이미지 복사 중</translation>
    </message>
    <message>
        <source>Scoring responses</source>
        <translation>응답 채점 중</translation>
    </message>
    <message>
        <source>Clearing what earlier imports left</source>
        <translation>이전 가져오기가 남긴 것을 정리하는 중</translation>
    </message>
    <message>
        <source>Measuring the gaps</source>
        <translation>격차 측정 중</translation>
    </message>
    <message>
        <source>Reading verdicts</source>
        <translation>판정 읽는 중</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>쓰는 중</translation>
    </message>
</context>
<context>
    <name>Subset</name>
    <message>
        <source>Only %1 of the %2 wanted of %3 are in</source>
        <translation>%3에서 요청한 %2개 가운데 %1개만 들어 있습니다</translation>
    </message>
    <message>
        <source>%1 were asked for and %2 are there: all are in</source>
        <translation>%1개를 요청했지만 %2개가 있어 모두 넣었습니다</translation>
    </message>
    <message>
        <source>Nobody looked for duplicates yet; audit them first, or the set may hold a sample twice</source>
        <translation>아직 중복을 찾아보지 않았습니다. 먼저 감사를 하지 않으면 집합에 같은 샘플이 두 번 들어갈 수 있습니다</translation>
    </message>
    <message>
        <source>It tells models apart: r_pb %1 over %2 models, %3% of them right</source>
        <translation>모델을 구별합니다: 모델 %2개에서 r_pb %1, 그 가운데 %3%가 맞힘</translation>
    </message>
    <message>
        <source>Drawn to stand for %1</source>
        <translation>%1을(를) 대표하도록 뽑음</translation>
    </message>
    <message>
        <source>None of %1 models solves it, and a person found the gold right</source>
        <translation>모델 %1개 가운데 아무도 풀지 못하고, 사람이 정답이 맞다고 확인함</translation>
    </message>
    <message>
        <source>Stands for %1% of the samples, those with an item curve like its own</source>
        <translation>문항 곡선이 비슷한 샘플 %1%를 대표함</translation>
    </message>
    <message>
        <source>A person wants it in</source>
        <translation>사람이 넣기로 함</translation>
    </message>
    <message>
        <source>Kendall %1 (%2 to %3), score off by %4 points</source>
        <translation>켄달 %1(%2–%3), 점수 차이 %4점</translation>
    </message>
    <message>
        <source>No model has scores on half of these samples: a draw stands for all of them, and nothing else can be said</source>
        <translation>이 샘플의 절반에 점수가 있는 모델이 없습니다. 무작위로 뽑은 것이 전체를 대표하며, 그 밖에는 말할 수 없습니다</translation>
    </message>
    <message>
        <source>Chosen by %1 models that score %2 to %3%. </source>
        <translation>점수가 %2–%3%인 모델 %1개로 선택했습니다. </translation>
    </message>
    <message>
        <source>Fewer than 6 models: none can be held out, so what it holds for is not known.</source>
        <translation>모델이 6개보다 적어 떼어 둘 수 없으므로, 무엇에 유효한지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>For models like these, not seen: %1.</source>
        <translation>보지 않은 비슷한 모델에서: %1.</translation>
    </message>
    <message>
        <source> Fewer than 8 models: for stronger ones nothing is known.</source>
        <translation> 모델이 8개보다 적어 더 강한 모델에 대해서는 알 수 없습니다.</translation>
    </message>
    <message>
        <source> For stronger ones: %1.</source>
        <translation> 더 강한 모델에서: %1.</translation>
    </message>
    <message>
        <source> For the family %1, left out: score off by %2 points.</source>
        <translation> 제외한 계열 %1에서: 점수 차이 %2점.</translation>
    </message>
    <message>
        <source>A random set of this size ranks models like these better: Kendall %1 against %2</source>
        <translation>이 크기의 무작위 집합이 비슷한 모델의 순위를 더 잘 매깁니다: 켄달 %1 대 %2</translation>
    </message>
    <message>
        <source>A random set of this size ranks stronger models better: Kendall %1 against %2. Do not use it for models above those it was chosen by</source>
        <translation>이 크기의 무작위 집합이 더 강한 모델의 순위를 더 잘 매깁니다: 켄달 %1 대 %2. 선택에 쓴 모델보다 강한 모델에는 쓰지 마십시오</translation>
    </message>
    <message>
        <source>The plain mean over the set is off by %1 points: it is no score; read the estimate, off by %2</source>
        <translation>집합의 단순 평균은 %1점 벗어나므로 점수가 아닙니다. %2점 벗어나는 추정값을 보십시오</translation>
    </message>
    <message>
        <source>Too few models (%1) for the statistics of a sample: all is drawn; from 9 models on some is chosen by what tells models apart</source>
        <translation>샘플의 통계를 쓰기에는 모델이 너무 적어(%1개) 모두 무작위로 뽑습니다. 모델이 9개부터는 일부를 모델을 구별하는 정도로 고릅니다</translation>
    </message>
    <message>
        <source>Over so few models (%1) a correlation up to %2 is chance; this method needs about %3</source>
        <translation>모델이 이렇게 적으면(%1개) %2까지의 상관은 우연입니다. 이 방법에는 약 %3개가 필요합니다</translation>
    </message>
    <message>
        <source>Samples without the score of any model (no gold, or nobody was asked) are left out: %1</source>
        <translation>어느 모델의 점수도 없는 샘플(정답이 없거나 물어보지 않음)은 뺐습니다: %1개</translation>
    </message>
    <message>
        <source>Models with scores on less than half of the samples do not speak (%1): %2</source>
        <translation>샘플의 절반 미만에만 점수가 있는 모델은 반영하지 않습니다(%1개): %2</translation>
    </message>
    <message>
        <source>Drawn to stand for all; right: %1% of the models (%2), r_pb %3</source>
        <translation>전체를 대표하도록 뽑음. 정답: 모델 %2개 중 %1%, r_pb %3</translation>
    </message>
    <message>
        <source>Chosen by one model, which scores %1%. </source>
        <translation>점수가 %1%인 모델 하나로 골랐습니다. </translation>
    </message>
    <message>
        <source>Few models (%1): what is said of models held out rests on few of them; from 15 models on it becomes firm</source>
        <translation>모델이 적습니다(%1개). 빼 둔 모델에 대한 말은 소수에 근거하며, 15개부터 확실해집니다</translation>
    </message>
</context>
<context>
    <name>SubsetMethod</name>
    <message>
        <source>Anchor points</source>
        <translation>앵커 포인트</translation>
    </message>
    <message>
        <source>Samples with alike item curves are grouped, and the middle one stands for its group with a weight; the weights belong to the score</source>
        <translation>문항 곡선이 비슷한 샘플을 묶고 가운데 것이 가중치를 가지고 그 묶음을 대표합니다. 가중치는 점수의 일부입니다</translation>
    </message>
    <message>
        <source>Bands of r_pb</source>
        <translation>r_pb 구간</translation>
    </message>
    <message>
        <source>Ten bands of difficulty in proportion to their size, in each the highest point-biserials, shrunken by how few models there are</source>
        <translation>난이도 열 구간에서 크기에 비례해, 각 구간에서 점이연 상관이 가장 높은 샘플을 고릅니다. 모델이 적을수록 상관을 줄여 봅니다</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>불일치</translation>
    </message>
    <message>
        <source>The samples on which models are closest to half right and half wrong</source>
        <translation>모델의 절반이 맞히고 절반이 틀리는 데 가장 가까운 샘플</translation>
    </message>
    <message>
        <source>Fluid order</source>
        <translation>Fluid 순서</translation>
    </message>
    <message>
        <source>The samples that tell most about models of each ability, in turn; best where a server can be asked and each model gets its own</source>
        <translation>각 실력의 모델에 대해 가장 많이 알려 주는 샘플을 차례로 고릅니다. 모델마다 따로 물을 수 있는 서버가 있을 때 가장 좋습니다</translation>
    </message>
    <message>
        <source>Half random, half bands</source>
        <translation>절반 무작위, 절반 구간</translation>
    </message>
    <message>
        <source>One half drawn at random, one half by bands of r_pb</source>
        <translation>절반은 무작위로, 절반은 r_pb 구간으로 뽑습니다</translation>
    </message>
    <message>
        <source>2PL information</source>
        <translation>2PL 정보량</translation>
    </message>
    <message>
        <source>The most Fisher information about a model&apos;s ability, over abilities N(0, 1)</source>
        <translation>실력 N(0, 1)에 대해 모델 실력의 피셔 정보량이 가장 큰 샘플</translation>
    </message>
    <message>
        <source>Corrected item-rest</source>
        <translation>보정된 문항-나머지</translation>
    </message>
    <message>
        <source>The highest correlations with the models&apos; mean over all other samples</source>
        <translation>나머지 모든 샘플에 대한 모델 평균과 상관이 가장 높은 샘플</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>혼합</translation>
    </message>
    <message>
        <source>Stratified random</source>
        <translation>층화 무작위</translation>
    </message>
    <message>
        <source>Drawn at random in proportion to datasets and capabilities; needs no models, and every other method is measured against it</source>
        <translation>데이터셋과 능력에 비례해 무작위로 뽑습니다. 모델이 필요 없으며, 다른 모든 방법을 이것에 견주어 봅니다</translation>
    </message>
    <message>
        <source>Top r_pb (DatBench)</source>
        <translation>상위 r_pb(DatBench)</translation>
    </message>
    <message>
        <source>The highest point-biserial correlations, and up to a fifth of the budget for samples that nobody solves although the gold was verified; biased towards models like those seen, its plain mean is no score</source>
        <translation>점이연 상관이 가장 높은 샘플, 그리고 정답이 검증되었지만 아무도 풀지 못하는 샘플에 예산의 5분의 1까지. 본 것과 비슷한 모델에 치우치며, 그 단순 평균은 점수가 아닙니다</translation>
    </message>
    <message>
        <source>The samples that tell most in ten bands of difficulty, and a draw that stands for all; the fewer models were seen and the larger the set, the more is drawn</source>
        <translation>난이도 열 구간에서 가장 많이 알려 주는 샘플과 전체를 대표하는 무작위 추출을 섞습니다. 본 모델이 적고 집합이 클수록 더 많이 뽑습니다</translation>
    </message>
</context>
</TS>
