<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
<context>
    <name>Chart</name>
    <message>
        <source>The picture %1 cannot be written: %2</source>
        <translation>그림 %1을(를) 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>쓸 수 있는 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The page cannot be printed</source>
        <translation>페이지를 인쇄할 수 없습니다</translation>
    </message>
    <message>
        <source>Choose another printer, or a folder that you may write to.</source>
        <translation>다른 프린터나 쓰기 권한이 있는 폴더를 고르십시오.</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>%1 on %2</source>
        <translation>%2: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n samples</source>
        <translation>
            <numerusform>샘플 %n개: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1에 쓸 수 없음: %2</translation>
    </message>
    <message>
        <source>Choose another folder or make room on the disk</source>
        <translation>다른 폴더를 고르거나 디스크 공간을 확보하세요</translation>
    </message>
    <message>
        <source>Cannot make the folder %1</source>
        <translation>%1 폴더를 만들 수 없습니다</translation>
    </message>
    <message>
        <source>Make room or give yourself the right to write there</source>
        <translation>공간을 비우거나 그곳에 쓸 권한을 얻으세요</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소했습니다</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1을(를) 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 is not a policy</source>
        <translation>%1은(는) 정책이 아닙니다</translation>
    </message>
    <message>
        <source>Choose a file that a policy was exported to</source>
        <translation>정책을 내보낸 파일을 고르세요</translation>
    </message>
    <message>
        <source>There is a subset &quot;%1&quot; already</source>
        <translation>부분집합 &quot;%1&quot;이(가) 이미 있습니다</translation>
    </message>
    <message>
        <source>Choose another name, or remove that one first</source>
        <translation>다른 이름을 고르거나 그것을 먼저 삭제하십시오</translation>
    </message>
</context>
<context>
    <name>FlagGroup</name>
    <message>
        <source>Blindly solvable</source>
        <translation>이미지 없이 풀림</translation>
    </message>
    <message>
        <source>Ambiguous or wrong label</source>
        <translation>모호하거나 틀린 정답</translation>
    </message>
    <message>
        <source>MCQ bias</source>
        <translation>객관식 편향</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>중복</translation>
    </message>
    <message>
        <source>Image quality</source>
        <translation>이미지 품질</translation>
    </message>
    <message>
        <source>Low discrimination</source>
        <translation>낮은 변별도</translation>
    </message>
    <message>
        <source>Import damage</source>
        <translation>가져오기 손상</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>변환</translation>
    </message>
</context>
<context>
    <name>FlagKind</name>
    <message>
        <source>Blindly solvable</source>
        <translation>이미지 없이 풀림</translation>
    </message>
    <message>
        <source>Answer predictable from the question</source>
        <translation>질문만으로 답을 예측</translation>
    </message>
    <message>
        <source>Incorrect gold answer</source>
        <translation>틀린 정답</translation>
    </message>
    <message>
        <source>Ambiguous question or answer</source>
        <translation>모호한 질문 또는 답</translation>
    </message>
    <message>
        <source>Image does not show what is asked</source>
        <translation>이미지에 묻는 내용이 없음</translation>
    </message>
    <message>
        <source>Every model fails</source>
        <translation>모든 모델이 틀림</translation>
    </message>
    <message>
        <source>Models agree on another answer</source>
        <translation>모델들이 다른 답에 동의</translation>
    </message>
    <message>
        <source>Duplicates with different gold</source>
        <translation>정답이 다른 중복</translation>
    </message>
    <message>
        <source>Guessable from the options</source>
        <translation>보기만으로 추측 가능</translation>
    </message>
    <message>
        <source>Answer follows the letter</source>
        <translation>답이 기호를 따라감</translation>
    </message>
    <message>
        <source>Right only as multiple choice</source>
        <translation>객관식일 때만 맞음</translation>
    </message>
    <message>
        <source>Malformed options</source>
        <translation>잘못된 보기</translation>
    </message>
    <message>
        <source>Exact duplicate</source>
        <translation>완전 중복</translation>
    </message>
    <message>
        <source>Near duplicate</source>
        <translation>유사 중복</translation>
    </message>
    <message>
        <source>Duplicate across splits</source>
        <translation>분할 간 중복</translation>
    </message>
    <message>
        <source>Dark image</source>
        <translation>어두운 이미지</translation>
    </message>
    <message>
        <source>Light image</source>
        <translation>밝은 이미지</translation>
    </message>
    <message>
        <source>Blurry image</source>
        <translation>흐린 이미지</translation>
    </message>
    <message>
        <source>Low-information image</source>
        <translation>정보가 적은 이미지</translation>
    </message>
    <message>
        <source>Grayscale image</source>
        <translation>흑백 이미지</translation>
    </message>
    <message>
        <source>Odd aspect ratio</source>
        <translation>특이한 가로세로 비</translation>
    </message>
    <message>
        <source>Odd size</source>
        <translation>특이한 크기</translation>
    </message>
    <message>
        <source>Every model is right</source>
        <translation>모든 모델이 맞힘</translation>
    </message>
    <message>
        <source>Weak models do better</source>
        <translation>약한 모델이 더 잘 맞힘</translation>
    </message>
    <message>
        <source>Nobody solves it, gold verified</source>
        <translation>정답은 확인, 아무도 못 풂</translation>
    </message>
    <message>
        <source>Damaged by a file reader</source>
        <translation>파일 판독기로 손상됨</translation>
    </message>
    <message>
        <source>The options can go</source>
        <translation>선택지 없이 가능</translation>
    </message>
    <message>
        <source>Ask in every order</source>
        <translation>모든 순서로 묻기</translation>
    </message>
</context>
<context>
    <name>ImportField</name>
    <message>
        <source>Sample key</source>
        <translation>샘플 키</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Gold answer</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Accepted answers</source>
        <translation>인정 답</translation>
    </message>
    <message>
        <source>Hint or context</source>
        <translation>힌트 또는 맥락</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>분할</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>능력</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Base sample of a rotation</source>
        <translation>순환의 기본 샘플</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>순환</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Setting of the run</source>
        <translation>실행 설정</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>Raw response</source>
        <translation>응답 원문</translation>
    </message>
    <message>
        <source>Parsed answer</source>
        <translation>해석한 답</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>Prompt tokens</source>
        <translation>입력 토큰</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>출력 토큰</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>Option probabilities</source>
        <translation>보기 확률</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Step of</source>
        <translation>단계가 속한 질문</translation>
    </message>
    <message>
        <source>Name of the step</source>
        <translation>단계 이름</translation>
    </message>
    <message>
        <source>Verifier&apos;s rating</source>
        <translation>검증 평점</translation>
    </message>
    <message>
        <source>Log-probability</source>
        <translation>로그 확률</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Go to a page</source>
        <translation>페이지로 이동</translation>
    </message>
    <message>
        <source>Back to where you were before</source>
        <translation>이전에 있던 곳으로 돌아가기</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>Make a new project</source>
        <translation>새 프로젝트 만들기</translation>
    </message>
    <message>
        <source>Close the project</source>
        <translation>프로젝트 닫기</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>마지막 결정 취소</translation>
    </message>
    <message>
        <source>Redo it</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Change who signs the decisions</source>
        <translation>결정에 남길 이름 바꾸기</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>환경설정</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>이 키 목록</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Move between numbers</source>
        <translation>숫자 사이 이동</translation>
    </message>
    <message>
        <source>Open the samples behind a number</source>
        <translation>숫자에 해당하는 샘플 열기</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>표 복사</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>파일 선택</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>다음 칸</translation>
    </message>
    <message>
        <source>Another detector</source>
        <translation>다른 검사</translation>
    </message>
    <message>
        <source>Run this detector</source>
        <translation>이 검사 실행</translation>
    </message>
    <message>
        <source>Run all that can run</source>
        <translation>가능한 검사 모두 실행</translation>
    </message>
    <message>
        <source>Move the threshold of the histogram</source>
        <translation>히스토그램의 임계값 이동</translation>
    </message>
    <message>
        <source>Move it by ten steps</source>
        <translation>열 단계씩 옮기기</translation>
    </message>
    <message>
        <source>Open the sample or the samples behind a number</source>
        <translation>숫자에 해당하는 샘플 열기</translation>
    </message>
    <message>
        <source>Copy the selected rows of a table</source>
        <translation>표에서 선택한 행 복사</translation>
    </message>
    <message>
        <source>Charts or tables</source>
        <translation>차트 또는 표</translation>
    </message>
    <message>
        <source>Next chart or number</source>
        <translation>다음 차트나 숫자</translation>
    </message>
    <message>
        <source>From mark to mark of a chart</source>
        <translation>차트의 표식 사이 이동</translation>
    </message>
    <message>
        <source>Open the samples behind a mark, a number or a cell</source>
        <translation>표식, 숫자, 칸에 해당하는 샘플 열기</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Open the samples behind a count</source>
        <translation>수에 해당하는 샘플 열기</translation>
    </message>
    <message>
        <source>Confirm, override or leave unsure their open flags (of the kinds that the filter names)</source>
        <translation>미결 플래그 확인, 기각 또는 보류 (필터에 고른 종류만)</translation>
    </message>
    <message>
        <source>The same for all their open flags, of other kinds too</source>
        <translation>다른 종류까지 모든 미결 플래그에 같은 판정</translation>
    </message>
    <message>
        <source>Keep or drop the selected samples</source>
        <translation>선택한 샘플 유지 또는 제외</translation>
    </message>
    <message>
        <source>Pictures or table</source>
        <translation>그림 또는 표</translation>
    </message>
    <message>
        <source>Show or hide filters, details</source>
        <translation>필터, 상세 표시 또는 숨김</translation>
    </message>
    <message>
        <source>Larger or smaller pictures</source>
        <translation>그림 크게 또는 작게</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Open the sample in Review</source>
        <translation>검토에서 샘플 열기</translation>
    </message>
    <message>
        <source>Select more, select all</source>
        <translation>더 선택, 모두 선택</translation>
    </message>
    <message>
        <source>Keep the selected samples</source>
        <translation>선택한 샘플 유지</translation>
    </message>
    <message>
        <source>Drop the selected samples</source>
        <translation>선택한 샘플 제외</translation>
    </message>
    <message>
        <source>Confirm their open flags</source>
        <translation>미결 플래그 확인</translation>
    </message>
    <message>
        <source>Override their open flags</source>
        <translation>미결 플래그 기각</translation>
    </message>
    <message>
        <source>Mark their open flags as unsure</source>
        <translation>미결 플래그 보류</translation>
    </message>
    <message>
        <source>Confirm all their open flags, of other kinds too</source>
        <translation>다른 종류까지 미결 플래그 모두 확인</translation>
    </message>
    <message>
        <source>Override all their open flags, of other kinds too</source>
        <translation>다른 종류까지 미결 플래그 모두 기각</translation>
    </message>
    <message>
        <source>Mark all their open flags as unsure, of other kinds too</source>
        <translation>다른 종류까지 미결 플래그 모두 보류</translation>
    </message>
    <message>
        <source>Copy their keys</source>
        <translation>샘플 키 복사</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Show or hide filters</source>
        <translation>필터 표시 또는 숨기기</translation>
    </message>
    <message>
        <source>Show or hide details</source>
        <translation>세부 정보 표시 또는 숨기기</translation>
    </message>
    <message>
        <source>Larger pictures</source>
        <translation>그림 크게</translation>
    </message>
    <message>
        <source>Smaller pictures</source>
        <translation>그림 작게</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>선택 해제</translation>
    </message>
    <message>
        <source>Next or previous flag</source>
        <translation>다음 또는 이전 플래그</translation>
    </message>
    <message>
        <source>Zoom in or out</source>
        <translation>확대 또는 축소</translation>
    </message>
    <message>
        <source>Move the image</source>
        <translation>이미지 이동</translation>
    </message>
    <message>
        <source>Rotate left or right</source>
        <translation>왼쪽 또는 오른쪽으로 회전</translation>
    </message>
    <message>
        <source>Confirm the flag</source>
        <translation>플래그 확인</translation>
    </message>
    <message>
        <source>Override the flag: it is wrong</source>
        <translation>플래그 기각: 잘못됨</translation>
    </message>
    <message>
        <source>Unsure about the flag</source>
        <translation>플래그 보류</translation>
    </message>
    <message>
        <source>Next flag</source>
        <translation>다음 플래그</translation>
    </message>
    <message>
        <source>Previous flag</source>
        <translation>이전 플래그</translation>
    </message>
    <message>
        <source>Drop the sample</source>
        <translation>샘플 제외</translation>
    </message>
    <message>
        <source>Keep the sample</source>
        <translation>샘플 유지</translation>
    </message>
    <message>
        <source>Make option 1 to 9 the gold answer</source>
        <translation>보기 1–9를 정답으로</translation>
    </message>
    <message>
        <source>Write a new gold answer</source>
        <translation>새 정답 쓰기</translation>
    </message>
    <message>
        <source>Convert to open-ended</source>
        <translation>주관식으로 전환</translation>
    </message>
    <message>
        <source>Ask in all rotations of the options</source>
        <translation>보기의 모든 순환 배열로 질문</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>메모 쓰기</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>다음 샘플</translation>
    </message>
    <message>
        <source>Previous sample</source>
        <translation>이전 샘플</translation>
    </message>
    <message>
        <source>Next sample not decided yet</source>
        <translation>아직 결정하지 않은 다음 샘플</translation>
    </message>
    <message>
        <source>Fit the image</source>
        <translation>이미지 맞춤</translation>
    </message>
    <message>
        <source>Actual size, 1:1</source>
        <translation>실제 크기, 1:1</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Move the image to the left</source>
        <translation>이미지를 왼쪽으로 이동</translation>
    </message>
    <message>
        <source>Move the image to the right</source>
        <translation>이미지를 오른쪽으로 이동</translation>
    </message>
    <message>
        <source>Move the image up</source>
        <translation>이미지를 위로 이동</translation>
    </message>
    <message>
        <source>Move the image down</source>
        <translation>이미지를 아래로 이동</translation>
    </message>
    <message>
        <source>Rotate left</source>
        <translation>왼쪽으로 회전</translation>
    </message>
    <message>
        <source>Rotate right</source>
        <translation>오른쪽으로 회전</translation>
    </message>
    <message>
        <source>Contrast: normal, stretched, inverted</source>
        <translation>대비: 보통, 늘림, 반전</translation>
    </message>
    <message>
        <source>Blind review: answer before flags</source>
        <translation>블라인드 검토: 플래그보다 먼저 답하기</translation>
    </message>
    <message>
        <source>See the sample that the flag names</source>
        <translation>플래그가 가리키는 샘플 보기</translation>
    </message>
    <message>
        <source>Responses or last decisions</source>
        <translation>응답 또는 최근 결정</translation>
    </message>
    <message>
        <source>Choose another queue</source>
        <translation>다른 대기열 선택</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Another part: only the first right, only the second …</source>
        <translation>다른 부분: 첫째만 정답, 둘째만 정답 …</translation>
    </message>
    <message>
        <source>Swap the two runs</source>
        <translation>두 실행 바꾸기</translation>
    </message>
    <message>
        <source>A smaller or larger set</source>
        <translation>더 작거나 큰 집합</translation>
    </message>
    <message>
        <source>Save the set under its name</source>
        <translation>집합을 그 이름으로 저장</translation>
    </message>
    <message>
        <source>The selected samples are always in</source>
        <translation>선택한 샘플을 항상 넣기</translation>
    </message>
    <message>
        <source>The selected samples are never in</source>
        <translation>선택한 샘플을 절대 넣지 않기</translation>
    </message>
    <message>
        <source>The selected samples are in as the method says</source>
        <translation>선택한 샘플을 방법이 정하는 대로</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>샘플 열기</translation>
    </message>
    <message>
        <source>Before and after, or the gaps</source>
        <translation>전후 비교 또는 격차</translation>
    </message>
    <message>
        <source>Write the open-ended question and its answers</source>
        <translation>주관식 질문과 답 쓰기</translation>
    </message>
    <message>
        <source>Confirm every open proposal with the reason of this one</source>
        <translation>이것과 같은 이유의 미결 제안을 모두 확인</translation>
    </message>
</context>
<context>
    <name>OpeningNotice</name>
    <message>
        <source>This project is open for reading only</source>
        <translation>읽기 전용으로 열린 프로젝트입니다</translation>
    </message>
    <message>
        <source>Copy it to a folder you may write to if you want to decide.</source>
        <translation>결정하려면 쓸 수 있는 폴더로 복사하세요.</translation>
    </message>
    <message numerus="yes">
        <source>Annotators disagree on %n flags, which are disputed now</source>
        <translation>
            <numerusform>주석자 의견이 갈려 플래그 %n개가 의견 갈림 상태가 되었습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Every policy keeps their samples until somebody adjudicates.</source>
        <translation>누군가 판정할 때까지 모든 정책이 해당 샘플을 유지합니다.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>보기</translation>
    </message>
    <message numerus="yes">
        <source>%n lines of the journal are damaged; the others count</source>
        <translation>
            <numerusform>저널의 %n줄이 손상되었습니다. 나머지는 유효합니다</numerusform>
        </translation>
    </message>
    <message>
        <source>They are left out; no decision in the project is touched.</source>
        <translation>손상된 줄은 제외됩니다. 프로젝트의 결정은 그대로입니다.</translation>
    </message>
    <message>
        <source>A journal that was another project&apos;s, or broken, was set aside</source>
        <translation>다른 프로젝트의 것이거나 손상된 저널을 따로 옮겨 두었습니다</translation>
    </message>
    <message>
        <source>It is kept as %1.</source>
        <translation>%1(으)로 보관했습니다.</translation>
    </message>
    <message>
        <source>Locks on this disk do not hold between programs</source>
        <translation>이 디스크의 잠금은 프로그램 사이에서 유지되지 않습니다</translation>
    </message>
    <message>
        <source>Let one program at a time use this project, or move it to a disk of this computer.</source>
        <translation>이 프로젝트는 한 번에 한 프로그램에서만 쓰거나, 이 컴퓨터의 디스크로 옮기세요.</translation>
    </message>
    <message>
        <source>The project was brought up to date; a backup is beside it</source>
        <translation>프로젝트를 새 버전으로 올렸습니다. 백업이 옆에 있습니다</translation>
    </message>
</context>
<context>
    <name>PageRegistry</name>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>감사</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>통찰</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Subsets</source>
        <translation>부분집합</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>Reviewed</source>
        <translation>검토됨</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>엄격</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>전부</translation>
    </message>
    <message>
        <source>A person&apos;s decision</source>
        <translation>사람의 결정</translation>
    </message>
    <message>
        <source>Not in the subset</source>
        <translation>부분집합에 없음</translation>
    </message>
    <message>
        <source>As DatBench</source>
        <translation>DatBench처럼</translation>
    </message>
</context>
<context>
    <name>ReviewImages</name>
    <message>
        <source>Image not found</source>
        <translation>이미지를 찾을 수 없음</translation>
    </message>
    <message>
        <source>The source names no image for this place. Import the samples again with the folder of the images.</source>
        <translation>원본에 이 자리의 이미지 이름이 없습니다. 이미지 폴더를 지정해 샘플을 다시 가져오세요.</translation>
    </message>
    <message>
        <source>%1 is not there. Put it back, or import the samples again with the folder of the images.</source>
        <translation>%1이(가) 없습니다. 되돌려 놓거나 이미지 폴더를 지정해 다시 가져오세요.</translation>
    </message>
    <message>
        <source>Image cannot be read</source>
        <translation>이미지를 읽을 수 없음</translation>
    </message>
    <message>
        <source>The file is damaged or of an unknown format.</source>
        <translation>파일이 손상되었거나 알 수 없는 형식입니다.</translation>
    </message>
    <message>
        <source>Image refused</source>
        <translation>이미지 거부됨</translation>
    </message>
    <message>
        <source>It lies outside the folder of its import, or is larger than can be opened safely. Import the samples again with the folder of the images, or with a smaller image.</source>
        <translation>가져온 폴더 밖에 있거나 안전하게 열 수 있는 크기를 넘습니다. 이미지 폴더를 지정하거나 이미지를 줄여 샘플을 다시 가져오세요.</translation>
    </message>
    <message>
        <source>Image not supported</source>
        <translation>지원되지 않는 이미지</translation>
    </message>
</context>
<context>
    <name>ReviewKeys</name>
    <message>
        <source>Confirm</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>기각</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>보류</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>New gold</source>
        <translation>새 정답</translation>
    </message>
    <message>
        <source>Open-ended</source>
        <translation>주관식</translation>
    </message>
    <message>
        <source>Circular</source>
        <translation>순환</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Drawing pictures</source>
        <translation>그림 그리는 중</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Standard</source>
        <translation>표준</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>블라인드</translation>
    </message>
    <message>
        <source>Circular</source>
        <translation>순환</translation>
    </message>
    <message>
        <source>Open-ended</source>
        <translation>주관식</translation>
    </message>
    <message>
        <source>Choices only</source>
        <translation>보기만</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Convert to open-ended</source>
        <translation>주관식으로 전환</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>판정 없음</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>확인됨</translation>
    </message>
    <message>
        <source>Overridden</source>
        <translation>기각됨</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>보류</translation>
    </message>
    <message>
        <source>No action</source>
        <translation>조치 없음</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>미결</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>의견 갈림</translation>
    </message>
    <message>
        <source>New gold</source>
        <translation>새 정답</translation>
    </message>
    <message>
        <source>No question</source>
        <translation>질문 없음</translation>
    </message>
    <message>
        <source>No question, no image</source>
        <translation>질문과 이미지 없음</translation>
    </message>
</context>
<context>
    <name>winnow</name>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>능력</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>분할</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>플래그</translation>
    </message>
    <message>
        <source>State of flags</source>
        <translation>플래그 상태</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>플래그됨</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Not flagged</source>
        <translation>플래그 없음</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>검토됨</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>검토 안 됨</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>결정 안 됨</translation>
    </message>
    <message>
        <source>Multiple choice</source>
        <translation>객관식</translation>
    </message>
    <message>
        <source>Open-ended</source>
        <translation>주관식</translation>
    </message>
    <message>
        <source>Image there</source>
        <translation>이미지 있음</translation>
    </message>
    <message>
        <source>Image missing</source>
        <translation>이미지 없음</translation>
    </message>
    <message>
        <source>Image unreadable</source>
        <translation>이미지 읽을 수 없음</translation>
    </message>
    <message>
        <source>Image refused</source>
        <translation>이미지 거부됨</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(없음)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>기록한 이</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>정책</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>  %1</source>
        <translation>  %1</translation>
    </message>
    <message>
        <source>  Reason: %1</source>
        <translation>  이유: %1</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>파일 %1</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>, generated</source>
        <translation>, 생성됨</translation>
    </message>
    <message>
        <source>Source of %1</source>
        <translation>%1의 출처</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>원장</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>Dropped by a person</source>
        <translation>사람이 제외</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>Low (95%)</source>
        <translation>하한 (95%)</translation>
    </message>
    <message>
        <source>High (95%)</source>
        <translation>상한 (95%)</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>누락</translation>
    </message>
    <message>
        <source>%1: %2
95% interval %3 to %4
%5, missing %6, unread %7</source>
        <translation>%1: %2
95% 구간 %3–%4
%5, 누락 %6, 판독 불가 %7</translation>
    </message>
    <message>
        <source>No response of it has a score.</source>
        <translation>점수가 있는 응답이 없습니다.</translation>
    </message>
    <message>
        <source>No other model answered enough of the same samples.</source>
        <translation>같은 샘플에 충분히 답한 다른 모델이 없습니다.</translation>
    </message>
    <message>
        <source>%1 written as files, %2 missing</source>
        <translation>파일로 %1개 기록, %2개 없음</translation>
    </message>
    <message>
        <source>%1 written into the data, %2 missing</source>
        <translation>데이터 안에 %1개 기록, %2개 없음</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples, SHA-256 %1</source>
        <translation>
            <numerusform>샘플 %Ln개, SHA-256 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events, SHA-256 %1</source>
        <translation>
            <numerusform>이벤트 %Ln개, SHA-256 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples</source>
        <translation>
            <numerusform>샘플 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would leave %1 of %Ln samples in common, fewer than half.</source>
        <translation>
            <numerusform>넣으면 공통 샘플이 %Ln개 중 %1개만 남아 절반에 못 미칩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Beyond the axis</source>
        <translation>축 범위 밖</translation>
    </message>
    <message>
        <source>right</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Right: %1</source>
        <translation>정답: %1</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>오답</translation>
    </message>
    <message>
        <source>Wrong: %1</source>
        <translation>오답: %1</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>응답함</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>누락</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>누락: %1</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>판독 불가</translation>
    </message>
    <message>
        <source>Unread: %1</source>
        <translation>판독 불가: %1</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>%1이(가) 답한 샘플</translation>
    </message>
    <message>
        <source>%1 has no scored answers with the image</source>
        <translation>%1에는 이미지를 보고 채점된 답이 없습니다</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Up to a quarter</source>
        <translation>4분의 1 이하</translation>
    </message>
    <message>
        <source>Up to half</source>
        <translation>절반 이하</translation>
    </message>
    <message>
        <source>Up to three quarters</source>
        <translation>4분의 3 이하</translation>
    </message>
    <message>
        <source>More, not all</source>
        <translation>그 이상, 전부는 아님</translation>
    </message>
    <message>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>No model answered</source>
        <translation>답한 모델 없음</translation>
    </message>
    <message>
        <source>Under 1 s</source>
        <translation>1초 미만</translation>
    </message>
    <message>
        <source>1–3 s</source>
        <translation>1–3초</translation>
    </message>
    <message>
        <source>3–10 s</source>
        <translation>3–10초</translation>
    </message>
    <message>
        <source>10–30 s</source>
        <translation>10–30초</translation>
    </message>
    <message>
        <source>30–100 s</source>
        <translation>30–100초</translation>
    </message>
    <message>
        <source>100 s and more</source>
        <translation>100초 이상</translation>
    </message>
    <message>
        <source>Time not recorded</source>
        <translation>시간 기록 없음</translation>
    </message>
    <message>
        <source>Right by %1</source>
        <translation>%1: 맞음</translation>
    </message>
    <message>
        <source>Wrong by %1</source>
        <translation>%1: 틀림</translation>
    </message>
    <message>
        <source>Right by</source>
        <translation>맞힌 모델</translation>
    </message>
    <message>
        <source>Wrong by</source>
        <translation>틀린 모델</translation>
    </message>
    <message>
        <source>Models right</source>
        <translation>맞힌 모델의 비율</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>소요 시간</translation>
    </message>
    <message>
        <source>How many of the models that answered a sample under the standard condition get it right.</source>
        <translation>표준 조건에서 샘플에 답한 모델 가운데 맞힌 모델의 비율입니다.</translation>
    </message>
    <message>
        <source>What a response to a sample took in the mean, under the standard condition.</source>
        <translation>표준 조건에서 샘플에 대한 응답 하나에 걸린 평균 시간입니다.</translation>
    </message>
    <message>
        <source>Every chosen model is right: its mean score over attempts and settings is at least one half (standard condition).</source>
        <translation>고른 모델이 모두 맞힌 샘플입니다. 표준 조건에서 시도와 설정에 걸친 평균 점수가 절반 이상이면 맞힌 것입니다.</translation>
    </message>
    <message>
        <source>Every chosen model is wrong: its mean score over attempts and settings is below one half (standard condition); missing is not wrong.</source>
        <translation>고른 모델이 모두 틀린 샘플입니다. 표준 조건에서 시도와 설정에 걸친 평균 점수가 절반 미만이면 틀린 것입니다. 누락된 답은 틀린 것이 아닙니다.</translation>
    </message>
    <message>
        <source>gives an answer</source>
        <translation>답함</translation>
    </message>
    <message>
        <source>Gives an answer: %1</source>
        <translation>답함: %1</translation>
    </message>
    <message>
        <source>declines</source>
        <translation>거절함</translation>
    </message>
    <message>
        <source>Declines: %1</source>
        <translation>거절함: %1</translation>
    </message>
    <message>
        <source>right every time</source>
        <translation>매번 정답</translation>
    </message>
    <message>
        <source>Right every time: %1</source>
        <translation>매번 정답: %1</translation>
    </message>
    <message>
        <source>right sometimes</source>
        <translation>때때로 정답</translation>
    </message>
    <message>
        <source>Right sometimes: %1</source>
        <translation>때때로 정답: %1</translation>
    </message>
    <message>
        <source>never right</source>
        <translation>정답 없음</translation>
    </message>
    <message>
        <source>Never right: %1</source>
        <translation>정답 없음: %1</translation>
    </message>
    <message>
        <source>Right by %1, wrong by %2</source>
        <translation>%1 정답, %2 오답</translation>
    </message>
    <message>
        <source>Right by %1 and %2</source>
        <translation>%1, %2 모두 정답</translation>
    </message>
    <message>
        <source>Wrong by %1 and %2</source>
        <translation>%1, %2 모두 오답</translation>
    </message>
    <message>
        <source>%1 has a score, %2 has none</source>
        <translation>%1은(는) 점수가 있고 %2은(는) 없음</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Subset</source>
        <translation>부분집합</translation>
    </message>
    <message>
        <source>All samples</source>
        <translation>모든 샘플</translation>
    </message>
    <message>
        <source>Kept by the policy</source>
        <translation>정책이 유지하는 샘플</translation>
    </message>
    <message>
        <source>Subset %1</source>
        <translation>부분집합 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln samples with weights</source>
        <translation>
            <numerusform>%1: 가중치가 있는 샘플 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln samples</source>
        <translation>
            <numerusform>%1: 샘플 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Subset chosen by</source>
        <translation>부분집합을 고른 방법</translation>
    </message>
    <message>
        <source>%1, budget %2, seed %3</source>
        <translation>%1, 예산 %2, 시드 %3</translation>
    </message>
    <message>
        <source>Subset chosen from</source>
        <translation>부분집합을 고른 원본</translation>
    </message>
    <message>
        <source>A strategy can only be held against models that were asked the same questions</source>
        <translation>전략은 같은 질문을 받은 모델들하고만 비교할 수 있습니다</translation>
    </message>
    <message>
        <source>Choose models and datasets that belong together</source>
        <translation>서로 맞는 모델과 데이터셋을 고르세요</translation>
    </message>
</context>
<context>
    <name>winnow::AnnotatorField</name>
    <message>
        <source>Sign decisions as</source>
        <translation>결정에 남길 이름</translation>
    </message>
    <message>
        <source>Annotator: %1</source>
        <translation>검토자: %1</translation>
    </message>
    <message>
        <source>Decisions are signed %1. Click to change the name%2.</source>
        <translation>결정은 %1 이름으로 서명됩니다. 클릭하면 이름을 바꿉니다%2.</translation>
    </message>
</context>
<context>
    <name>winnow::AppContext</name>
    <message>
        <source>There are no such samples</source>
        <translation>그런 샘플이 없습니다</translation>
    </message>
    <message>
        <source>There is no subset “%1” any more; the filter by it is gone</source>
        <translation>부분집합 “%1”이(가) 더 이상 없어 그 필터를 없앴습니다</translation>
    </message>
</context>
<context>
    <name>winnow::AuditAbout</name>
    <message>
        <source>Run this detector</source>
        <translation>이 검사 실행</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>출처: %1</translation>
    </message>
    <message>
        <source>%1: there</source>
        <translation>%1: 있음</translation>
    </message>
    <message numerus="yes">
        <source>%1: in all %Ln datasets</source>
        <translation>
            <numerusform>%1: 데이터셋 %Ln개 모두에 있음</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: in %2 of %3 datasets; missing in %4</source>
        <translation>%1: 데이터셋 %3개 중 %2개에 있음, 없는 곳 %4</translation>
    </message>
    <message>
        <source>%1: used too</source>
        <translation>%1: 함께 사용</translation>
    </message>
    <message>
        <source>%1: would be used if there were any</source>
        <translation>%1: 있으면 사용</translation>
    </message>
</context>
<context>
    <name>winnow::AuditController</name>
    <message>
        <source>Auditing</source>
        <translation>감사 중</translation>
    </message>
</context>
<context>
    <name>winnow::AuditLastRun</name>
    <message>
        <source>Last run</source>
        <translation>최근 실행</translation>
    </message>
    <message>
        <source>Last run by dataset</source>
        <translation>데이터셋별 최근 실행</translation>
    </message>
    <message>
        <source>Not run yet. Nothing is written before a run.</source>
        <translation>아직 실행하지 않았습니다. 실행 전에는 기록되지 않습니다.</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새로 추가</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>해소</translation>
    </message>
    <message>
        <source>Flags of before that this run no longer raised</source>
        <translation>이번 실행에서 더는 나오지 않은 이전 플래그</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>플래그</translation>
    </message>
    <message>
        <source>Flags that this run raised</source>
        <translation>이번 실행에서 나온 플래그</translation>
    </message>
    <message>
        <source>When</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>winnow::AuditOpenings</name>
    <message>
        <source>New in the last run</source>
        <translation>최근 실행에서 새로 생김</translation>
    </message>
    <message>
        <source>Kept by the last run</source>
        <translation>최근 실행에서 유지</translation>
    </message>
    <message>
        <source>Resolved by the last run</source>
        <translation>최근 실행에서 해소</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Random sample: %1</source>
        <translation>무작위 표본: %1</translation>
    </message>
</context>
<context>
    <name>winnow::AuditParameters</name>
    <message>
        <source>on</source>
        <translation>켬</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>기본값으로</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>This detector has nothing to set.</source>
        <translation>이 검사에는 설정할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>기본값: %1</translation>
    </message>
    <message>
        <source>exact binomial</source>
        <translation>정확 이항</translation>
    </message>
    <message>
        <source>number of models</source>
        <translation>모델 수</translation>
    </message>
    <message>
        <source>DatBench&apos;s numbers</source>
        <translation>DatBench의 수</translation>
    </message>
    <message>
        <source>&gt; (≥ for 1), as in the paper</source>
        <translation>&gt; (1이면 ≥), 논문대로</translation>
    </message>
    <message>
        <source>≥ at least</source>
        <translation>≥ 이상</translation>
    </message>
    <message>
        <source>&gt; more than</source>
        <translation>&gt; 초과</translation>
    </message>
    <message>
        <source>image and question</source>
        <translation>이미지와 질문</translation>
    </message>
    <message>
        <source>image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>by capability</source>
        <translation>능력에 따라</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>종이</translation>
    </message>
</context>
<context>
    <name>winnow::AuditPrecision</name>
    <message>
        <source>Review until precise</source>
        <translation>정밀해질 때까지 검토</translation>
    </message>
    <message>
        <source>Precision from decisions</source>
        <translation>결정으로 본 정밀도</translation>
    </message>
    <message>
        <source>Flags by decision</source>
        <translation>결정별 플래그</translation>
    </message>
    <message>
        <source>Opens a random queue of this detector&apos;s open flags, so that the share confirmed is an unbiased estimate</source>
        <translation>이 검사의 미결 플래그를 무작위 대기열로 열어 확인 비율을 치우침 없이 추정합니다</translation>
    </message>
    <message>
        <source>No flags yet.</source>
        <translation>아직 플래그가 없습니다.</translation>
    </message>
    <message>
        <source>Nobody has decided on these flags yet.</source>
        <translation>아직 아무도 이 플래그를 결정하지 않았습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln decided flags confirmed: %2</source>
        <translation>
            <numerusform>결정된 플래그 %Ln개 중 %1개 확인: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>No flag is open: the share is exact.</source>
        <translation>미결 플래그가 없어 비율이 정확합니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln decided flags confirmed; of all %2: %3</source>
        <translation>
            <numerusform>결정된 플래그 %Ln개 중 %1개 확인. 전체 %2개 기준: %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Precise to ±5 points.</source>
        <translation>±5%p까지 정밀합니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more random reviews bring it to ±5 points.</source>
        <translation>
            <numerusform>무작위 검토 %Ln건을 더 하면 ±5%p가 됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsure flags are left out: %1.</source>
        <translation>보류된 플래그 %1개는 제외했습니다.</translation>
    </message>
    <message>
        <source>How the decided ones were chosen is not recorded. Their mean score is %1, that of the open ones %2: not a random draw, so the share of all flags may differ.</source>
        <translation>결정한 것을 어떻게 골랐는지는 기록되지 않습니다. 결정한 플래그의 평균 점수는 %1, 열린 플래그는 %2입니다: 무작위로 뽑은 것이 아니므로 전체 비율은 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>How the decided ones were chosen is not recorded. Their mean score is %1, that of the open ones %2, which does not speak against a random draw.</source>
        <translation>결정한 것을 어떻게 골랐는지는 기록되지 않습니다. 결정한 플래그의 평균 점수는 %1, 열린 플래그는 %2로, 무작위로 뽑았다고 보아도 어긋나지 않습니다.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>플래그</translation>
    </message>
</context>
<context>
    <name>winnow::AuditPreviewCard</name>
    <message>
        <source>Open these samples</source>
        <translation>이 샘플 열기</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Dataset of the preview</source>
        <translation>미리 보기 데이터셋</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Samples that would be flagged</source>
        <translation>플래그될 샘플</translation>
    </message>
    <message>
        <source>%1: score %2 to %3</source>
        <translation>%1: 점수 %2–%3</translation>
    </message>
    <message>
        <source>Would be flagged: %1</source>
        <translation>플래그될 샘플: %1</translation>
    </message>
    <message>
        <source>Choose a detector</source>
        <translation>검사 선택</translation>
    </message>
    <message>
        <source>Import responses</source>
        <translation>응답 가져오기</translation>
    </message>
    <message>
        <source>Nothing to audit yet</source>
        <translation>아직 감사할 것이 없습니다</translation>
    </message>
    <message>
        <source>The project lacks what it needs</source>
        <translation>프로젝트에 필요한 것이 없습니다</translation>
    </message>
    <message>
        <source>Import a benchmark first.</source>
        <translation>먼저 벤치마크를 가져오세요.</translation>
    </message>
    <message>
        <source>Evaluating…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>This cannot be evaluated</source>
        <translation>계산할 수 없습니다</translation>
    </message>
    <message>
        <source>Drag the line, or use ← and →; the hatched side is flagged.</source>
        <translation>선을 끌거나 ← →를 누르세요. 빗금 쪽이 플래그됩니다.</translation>
    </message>
    <message>
        <source>The line follows from the rule; the hatched side is flagged.</source>
        <translation>선은 규칙으로 정해집니다. 빗금 쪽이 플래그됩니다.</translation>
    </message>
    <message>
        <source>No sample has a score</source>
        <translation>점수가 있는 샘플이 없습니다</translation>
    </message>
    <message>
        <source>No sample is flagged here</source>
        <translation>여기서는 플래그가 달리는 샘플이 없습니다</translation>
    </message>
    <message>
        <source>Would be newly flagged: %1</source>
        <translation>새로 플래그될 샘플: %1</translation>
    </message>
    <message>
        <source>Flags that would be kept: %1</source>
        <translation>유지될 플래그: %1</translation>
    </message>
    <message>
        <source>Flags that would be resolved: %1</source>
        <translation>해소될 플래그: %1</translation>
    </message>
    <message>
        <source>What this detector flags does not follow from one threshold: there is none to draw.</source>
        <translation>이 검사의 플래그는 하나의 기준값으로 정해지지 않아 그릴 기준선이 없습니다.</translation>
    </message>
    <message>
        <source>The images were not measured yet</source>
        <translation>이미지를 아직 재지 않았습니다</translation>
    </message>
    <message>
        <source>The first run of this detector measures them and says what it flags.</source>
        <translation>이 검사를 처음 실행하면 이미지를 재고 무엇에 플래그를 다는지 알려 줍니다.</translation>
    </message>
    <message numerus="yes">
        <source>Flags %1 of %Ln samples: %2 new, %3 kept, %4 resolved. Nothing is written before a run.</source>
        <translation>
            <numerusform>샘플 %Ln개 중 %1개 플래그: 새로 %2, 유지 %3, 해소 %4. 실행 전에는 기록되지 않습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::AuditPreviewModel</name>
    <message>
        <source>Newly flagged</source>
        <translation>새로 플래그됨</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
</context>
<context>
    <name>winnow::AuditsFooter</name>
    <message>
        <source>%1 of %2 detectors can run</source>
        <translation>검사 %2개 중 %1개 실행 가능</translation>
    </message>
    <message>
        <source>Last runs: %1 new, %2 kept, %3 resolved</source>
        <translation>최근 실행: 새로 %1, 유지 %2, 해소 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n detectors ran before the data last changed: run them again</source>
        <translation>
            <numerusform>검사 %n개가 데이터가 마지막으로 바뀌기 전에 실행되었습니다. 다시 실행하세요</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::AuditsHeader</name>
    <message>
        <source>Audits</source>
        <translation>감사</translation>
    </message>
    <message>
        <source>Run all that can run</source>
        <translation>가능한 검사 모두 실행</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Preset: defaults</source>
        <translation>프리셋: 기본값</translation>
    </message>
    <message>
        <source>Preset: %1 (default)</source>
        <translation>프리셋: %1 (기본)</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>프리셋: %1</translation>
    </message>
    <message>
        <source>Preset: own settings</source>
        <translation>프리셋: 사용자 설정</translation>
    </message>
    <message>
        <source>The project is open for reading only</source>
        <translation>읽기 전용으로 열린 프로젝트입니다</translation>
    </message>
</context>
<context>
    <name>winnow::AuditsList</name>
    <message>
        <source>Detectors</source>
        <translation>검사</translation>
    </message>
</context>
<context>
    <name>winnow::AuditsPage</name>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>Nothing to audit yet</source>
        <translation>아직 감사할 것이 없습니다</translation>
    </message>
    <message>
        <source>Import a benchmark and what the models answered. Detectors then look for samples that measure nothing.</source>
        <translation>벤치마크와 모델의 답을 가져오세요. 그러면 검사가 아무것도 재지 못하는 샘플을 찾습니다.</translation>
    </message>
    <message>
        <source>Import a benchmark</source>
        <translation>벤치마크 가져오기</translation>
    </message>
    <message>
        <source>The audit was stopped; what was found up to then is kept</source>
        <translation>감사를 중지했습니다. 그때까지 찾은 것은 유지됩니다</translation>
    </message>
    <message>
        <source>Show open flags</source>
        <translation>미결 플래그 보기</translation>
    </message>
    <message>
        <source>Show the new ones</source>
        <translation>새 플래그 보기</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new flags, %1 kept, %2 resolved</source>
        <translation>
            <numerusform>새 플래그 %Ln개, 유지 %1개, 해소 %2개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs failed, the others went on</source>
        <translation>
            <numerusform>실행 %Ln건이 실패했고 나머지는 계속했습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::BackupSchedule</name>
    <message>
        <source>Making a backup</source>
        <translation>백업 만드는 중</translation>
    </message>
</context>
<context>
    <name>winnow::BarChart</name>
    <message>
        <source>%1
%2: missing</source>
        <translation>%1
%2: 누락</translation>
    </message>
    <message>
        <source>Interval %1 to %2</source>
        <translation>구간 %1 ~ %2</translation>
    </message>
    <message>
        <source>%1, low</source>
        <translation>%1, 하한</translation>
    </message>
    <message>
        <source>%1, high</source>
        <translation>%1, 상한</translation>
    </message>
</context>
<context>
    <name>winnow::Chart</name>
    <message>
        <source>Arrow keys go from mark to mark, Enter opens one, Ctrl+C copies the numbers.</source>
        <translation>화살표 키로 표시 사이를 이동하고, Enter로 열고, Ctrl+C로 수치를 복사합니다.</translation>
    </message>
</context>
<context>
    <name>winnow::ChartCard</name>
    <message>
        <source>Show the numbers as a table</source>
        <translation>숫자를 표로 보기</translation>
    </message>
    <message>
        <source>Numbers as a table: %1</source>
        <translation>숫자 표: %1</translation>
    </message>
    <message>
        <source>Copy or save</source>
        <translation>복사 또는 저장</translation>
    </message>
    <message>
        <source>Copy or save: %1</source>
        <translation>복사 또는 저장: %1</translation>
    </message>
    <message>
        <source>Copy the numbers</source>
        <translation>숫자 복사</translation>
    </message>
    <message>
        <source>The numbers are on the clipboard</source>
        <translation>숫자를 클립보드에 복사했습니다</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>The picture is on the clipboard</source>
        <translation>그림을 클립보드에 복사했습니다</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>PNG로 저장…</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 그림 (*.png)</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>SVG로 저장…</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 그림 (*.svg)</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSV로 저장…</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 표 (*.csv)</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 저장</translation>
    </message>
    <message>
        <source>The table %1 cannot be written: %2</source>
        <translation>표 %1을(를) 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>쓸 수 있는 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 저장됨</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>인쇄…</translation>
    </message>
    <message>
        <source>Printed %1</source>
        <translation>%1 인쇄함</translation>
    </message>
</context>
<context>
    <name>winnow::ChartSection</name>
    <message>
        <source>Run audits</source>
        <translation>감사 실행</translation>
    </message>
    <message>
        <source>Import responses</source>
        <translation>응답 가져오기</translation>
    </message>
</context>
<context>
    <name>winnow::Chip</name>
    <message>
        <source>Remove this filter: %1</source>
        <translation>이 필터 제거: %1</translation>
    </message>
</context>
<context>
    <name>winnow::ChipRow</name>
    <message>
        <source>Clear all</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>모든 필터 제거</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1개 더</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>제거: %1</translation>
    </message>
</context>
<context>
    <name>winnow::ComparePage</name>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>First</source>
        <translation>첫째</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>둘째</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>All datasets</source>
        <translation>모든 데이터셋</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>능력</translation>
    </message>
    <message>
        <source>All capabilities</source>
        <translation>모든 능력</translation>
    </message>
    <message>
        <source>Comparing two runs</source>
        <translation>두 실행 비교 중</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>No model has answered yet</source>
        <translation>아직 응답한 모델이 없습니다</translation>
    </message>
    <message>
        <source>Import what the models answered, one file or one column a model, to see who is right where.</source>
        <translation>모델의 응답을 모델별 파일이나 열로 가져오면 누가 어디서 맞는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Import responses</source>
        <translation>응답 가져오기</translation>
    </message>
</context>
<context>
    <name>winnow::CompareParts</name>
    <message>
        <source>Difference by dataset and capability</source>
        <translation>데이터셋과 능력별 차이</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>First</source>
        <translation>첫째</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>둘째</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>First less second, in points</source>
        <translation>첫째에서 둘째를 뺀 값(점)</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95% 구간</translation>
    </message>
    <message>
        <source>Samples that share an image count as one where they go together</source>
        <translation>이미지를 공유하는 샘플은 함께 움직이는 만큼 하나로 셉니다</translation>
    </message>
    <message>
        <source>McNemar p</source>
        <translation>McNemar p</translation>
    </message>
    <message>
        <source>Exact, two-sided; takes samples as independent</source>
        <translation>정확 양측 검정, 샘플을 독립으로 봅니다</translation>
    </message>
    <message>
        <source>Only first</source>
        <translation>첫째만</translation>
    </message>
    <message>
        <source>Only second</source>
        <translation>둘째만</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>%1 points, 95% interval %2, n %3</source>
        <translation>%1점, 95% 구간 %2, n %3</translation>
    </message>
    <message>
        <source>not told apart</source>
        <translation>구분 안 됨</translation>
    </message>
    <message>
        <source>Above 0 %1 is ahead, below %2. Choose a line to see who is right where.</source>
        <translation>0보다 크면 %1, 작으면 %2이(가) 앞섭니다. 줄을 고르면 누가 어디서 맞는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>First less second</source>
        <translation>첫째 − 둘째</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>차이 없음</translation>
    </message>
</context>
<context>
    <name>winnow::CompareSamples</name>
    <message>
        <source>Sample by sample</source>
        <translation>샘플별 비교</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>부분</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Open in Review</source>
        <translation>검토에서 열기</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Reply of the second</source>
        <translation>둘째의 응답</translation>
    </message>
    <message>
        <source>Reply of the first</source>
        <translation>첫째의 응답</translation>
    </message>
    <message>
        <source>Regressed: only the first right (%1)</source>
        <translation>나빠짐: 첫째만 정답 (%1)</translation>
    </message>
    <message>
        <source>Improved: only the second right (%1)</source>
        <translation>나아짐: 둘째만 정답 (%1)</translation>
    </message>
    <message>
        <source>Both right (%1)</source>
        <translation>둘 다 정답 (%1)</translation>
    </message>
    <message>
        <source>Both wrong (%1)</source>
        <translation>둘 다 오답 (%1)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>Gold: %1</source>
        <translation>정답: %1</translation>
    </message>
    <message>
        <source>No response</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>no answer could be read</source>
        <translation>답을 읽을 수 없음</translation>
    </message>
    <message>
        <source>read as %1</source>
        <translation>%1(으)로 읽음</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>누락</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>오답</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>점수 %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>▼ Regressed</source>
        <translation>▼ 나빠짐</translation>
    </message>
    <message>
        <source>▲ Improved</source>
        <translation>▲ 나아짐</translation>
    </message>
    <message>
        <source>= Both right</source>
        <translation>= 둘 다 정답</translation>
    </message>
    <message>
        <source>= Both wrong</source>
        <translation>= 둘 다 오답</translation>
    </message>
</context>
<context>
    <name>winnow::CompareTiles</name>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Only the first right</source>
        <translation>첫째만 정답</translation>
    </message>
    <message>
        <source>Only the second right</source>
        <translation>둘째만 정답</translation>
    </message>
    <message>
        <source>Both right</source>
        <translation>둘 다 정답</translation>
    </message>
    <message>
        <source>Both wrong</source>
        <translation>둘 다 오답</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1점</translation>
    </message>
    <message>
        <source>95% %1 to %2
p %3 · McNemar %4</source>
        <translation>95% %1 ~ %2
p %3 · McNemar %4</translation>
    </message>
    <message>
        <source>p is that of the interval: it minds the size of scores and shared images. McNemar&apos;s exact test counts right and wrong alone.</source>
        <translation>p는 구간의 값으로, 점수의 크기와 공유 이미지를 고려합니다. McNemar 정확 검정은 정답과 오답만 셉니다.</translation>
    </message>
</context>
<context>
    <name>winnow::CompareWhy</name>
    <message>
        <source>Why two numbers</source>
        <translation>숫자가 둘인 이유</translation>
    </message>
    <message>
        <source>%1 has %2 of %3 samples, %4 has %5 of %6: a gap of %7 points. The parts add up to it; each opens the samples that differ.</source>
        <translation>%1은(는) 샘플 %3개의 %2, %4은(는) %6개의 %5로 %7점 차이입니다. 부분을 더하면 이 차이가 되고, 각 부분은 다른 샘플을 엽니다.</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>원인</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점</translation>
    </message>
    <message>
        <source>What it adds to the first number</source>
        <translation>첫째 숫자에 더해지는 값</translation>
    </message>
    <message>
        <source>For the first</source>
        <translation>첫째에 유리</translation>
    </message>
    <message>
        <source>Samples that score higher there</source>
        <translation>그쪽 점수가 더 높은 샘플</translation>
    </message>
    <message>
        <source>For the second</source>
        <translation>둘째에 유리</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>뜻</translation>
    </message>
    <message>
        <source>%1: higher for %2</source>
        <translation>%1: %2 점수가 더 높음</translation>
    </message>
    <message numerus="yes">
        <source>Of the samples under the last cause %Ln have a score and no reply on record: import the replies to learn more.</source>
        <translation>
            <numerusform>마지막 원인의 샘플 중 %Ln개는 점수만 있고 응답 기록이 없습니다. 응답을 가져오면 더 알 수 있습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::ComputedPage</name>
    <message>
        <source>Counting…</source>
        <translation>세는 중…</translation>
    </message>
    <message>
        <source>Stopped; what is shown is from before</source>
        <translation>중지했습니다. 표시된 것은 이전 결과입니다</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>다시 계산</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
</context>
<context>
    <name>winnow::CutOffFields</name>
    <message>
        <source>open</source>
        <translation>주관식</translation>
    </message>
    <message>
        <source>multiple choice</source>
        <translation>객관식</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Blind cut-off, %1</source>
        <translation>블라인드 기준, %1</translation>
    </message>
    <message>
        <source>By the kind of sample</source>
        <translation>샘플 종류에 따라</translation>
    </message>
</context>
<context>
    <name>winnow::DataTable</name>
    <message>
        <source>The usual columns</source>
        <translation>기본 열</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>표 저장</translation>
    </message>
    <message>
        <source>table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 표 (*.csv)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 저장됨</translation>
    </message>
    <message>
        <source>The table %1 cannot be written: %2</source>
        <translation>표 %1을(를) 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>쓸 수 있는 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSV로 저장…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
</context>
<context>
    <name>winnow::DatasetDialog</name>
    <message>
        <source>Datasets</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>None of the suite</source>
        <translation>모음에 없음</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Of the DatBench suite</source>
        <translation>DatBench 모음에서</translation>
    </message>
    <message>
        <source>Capability of its samples</source>
        <translation>샘플의 능력</translation>
    </message>
    <message>
        <source>Scorer of open answers</source>
        <translation>주관식 답의 채점기</translation>
    </message>
    <message>
        <source>Blind cut-off in models</source>
        <translation>블라인드 기준(모델 수)</translation>
    </message>
    <message>
        <source>Replies are scored and samples flagged by this from the next import and audit on.</source>
        <translation>다음 가져오기와 감사부터 이 설정으로 답을 채점하고 샘플에 플래그를 답니다.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>As its name says: %1</source>
        <translation>이름대로: %1</translation>
    </message>
    <message>
        <source>As its name says: none</source>
        <translation>이름대로: 없음</translation>
    </message>
    <message>
        <source>%1: usually %2, blind cut-off %3 (open) and %4 (multiple choice)</source>
        <translation>%1: 보통 %2, 블라인드 기준 %3(주관식)과 %4(객관식)</translation>
    </message>
    <message>
        <source>Score replies again</source>
        <translation>답을 다시 채점</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Remove dataset…</source>
        <translation>데이터셋 제거…</translation>
    </message>
    <message>
        <source>The stored replies are scored by this scorer when you save; the scores from before stay beside the new ones.</source>
        <translation>저장할 때 보관된 답을 이 채점기로 다시 채점합니다. 이전 점수는 새 점수와 함께 남습니다.</translation>
    </message>
    <message>
        <source>No model replied to this dataset yet</source>
        <translation>아직 이 데이터셋에 답한 모델이 없습니다</translation>
    </message>
    <message>
        <source>The name it has now stays findable: files and decisions that use it find this dataset.</source>
        <translation>지금 이름으로도 계속 찾습니다. 그 이름을 쓰는 파일과 결정이 이 데이터셋을 찾습니다.</translation>
    </message>
    <message>
        <source>Further names: %1</source>
        <translation>다른 이름: %1</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>이름이 필요합니다.</translation>
    </message>
    <message>
        <source>%1 is a name of another dataset.</source>
        <translation>%1은(는) 다른 데이터셋의 이름입니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples go, with their flags.</source>
        <translation>
            <numerusform>샘플 %Ln개가 플래그와 함께 사라집니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The replies of %Ln models to them go.</source>
        <translation>
            <numerusform>그에 대한 모델 %Ln개의 답이 사라집니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Decisions stay, and count again when an import brings the samples back. The files that were imported are not touched.</source>
        <translation>결정은 남으며, 샘플을 다시 가져오면 다시 적용됩니다. 가져온 원본 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>What else was changed here is saved.</source>
        <translation>여기서 바꾼 다른 내용은 저장됩니다.</translation>
    </message>
    <message>
        <source>Remove a dataset</source>
        <translation>데이터셋 제거</translation>
    </message>
    <message>
        <source>Remove %1 from the project?</source>
        <translation>%1을(를) 프로젝트에서 제거할까요?</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Chosen at import: %1</source>
        <translation>가져올 때 선택됨: %1</translation>
    </message>
    <message>
        <source>Prompt in exports</source>
        <translation>내보내기의 프롬프트</translation>
    </message>
</context>
<context>
    <name>winnow::DecisionBar</name>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>New gold answer</source>
        <translation>새 정답</translation>
    </message>
    <message>
        <source>Enter saves, Esc leaves</source>
        <translation>Enter 저장, Esc 나가기</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>내 답</translation>
    </message>
    <message>
        <source>Enter shows the flags, Esc leaves</source>
        <translation>Enter 플래그 보기, Esc 나가기</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves, Esc leaves and keeps the text</source>
        <translation>Ctrl+Enter 저장, Esc 나가기(글은 남겨 둠)</translation>
    </message>
    <message>
        <source>Open-ended</source>
        <translation>주관식</translation>
    </message>
    <message>
        <source>The question, an empty line, an accepted answer a line; Ctrl+Enter saves</source>
        <translation>질문, 빈 줄, 한 줄에 인정되는 답 하나씩. Ctrl+Enter로 저장</translation>
    </message>
</context>
<context>
    <name>winnow::DecisionDesk</name>
    <message>
        <source>Everything is saved now</source>
        <translation>이제 모두 저장되었습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not saved</source>
        <translation>
            <numerusform>변경 %n개가 저장되지 않았습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>They are kept and tried again.</source>
        <translation>보관해 두고 다시 시도합니다.</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>다른 곳에 저장…</translation>
    </message>
    <message>
        <source>Save decisions elsewhere</source>
        <translation>결정을 다른 곳에 저장</translation>
    </message>
    <message>
        <source>Ledgers (*.jsonl)</source>
        <translation>원장 (*.jsonl)</translation>
    </message>
    <message>
        <source>Saving decisions elsewhere</source>
        <translation>결정을 다른 곳에 저장하는 중</translation>
    </message>
    <message>
        <source>Saved in %1; merging that file brings them into a project</source>
        <translation>%1에 저장됨. 이 파일을 병합하면 결정이 프로젝트로 돌아옵니다</translation>
    </message>
    <message>
        <source>Nothing to decide: people decided on all of these before.</source>
        <translation>결정할 것이 없습니다. 모두 이미 사람이 결정했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n flags decided.</source>
        <translation>
            <numerusform>%1: 플래그 %n개를 결정했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n samples decided.</source>
        <translation>
            <numerusform>%1: 샘플 %n개를 결정했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samples left as they were.</source>
        <translation>
            <numerusform>샘플 %n개는 그대로 두었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>취소함: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>다시 실행함: %1</translation>
    </message>
</context>
<context>
    <name>winnow::DecisionHistoryModel</name>
    <message>
        <source>Keep</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>새 질문</translation>
    </message>
    <message>
        <source>New gold: %1</source>
        <translation>새 정답: %1</translation>
    </message>
    <message>
        <source>Convert to open-ended</source>
        <translation>주관식으로 전환</translation>
    </message>
    <message>
        <source>Ask in all rotations</source>
        <translation>모든 순환 배열로 질문</translation>
    </message>
    <message>
        <source>Confirmed: %1</source>
        <translation>확인: %1</translation>
    </message>
    <message>
        <source>Overridden: %1</source>
        <translation>기각: %1</translation>
    </message>
    <message>
        <source>Unsure: %1</source>
        <translation>보류: %1</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>메모: %1</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Brought again</source>
        <translation>되살림</translation>
    </message>
    <message>
        <source>adjudicated</source>
        <translation>판정</translation>
    </message>
</context>
<context>
    <name>winnow::DetectorListModel</name>
    <message>
        <source>Failed in its last run</source>
        <translation>최근 실행에서 실패</translation>
    </message>
    <message>
        <source>No dataset yet</source>
        <translation>아직 데이터셋 없음</translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>아직 실행 안 함</translation>
    </message>
    <message>
        <source>Ran, no flags</source>
        <translation>실행함, 플래그 없음</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>오래됨</translation>
    </message>
    <message>
        <source>%1 of %2 confirmed</source>
        <translation>%2개 중 %1개 확인</translation>
    </message>
    <message>
        <source>%1 (%2–%3%)</source>
        <translation>%1 (%2–%3%)</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>미결 %1개</translation>
    </message>
    <message>
        <source>%1 (%2%)</source>
        <translation>%1 (%2%)</translation>
    </message>
</context>
<context>
    <name>winnow::DistributionChart</name>
    <message>
        <source>Missing: %1</source>
        <translation>누락: %1</translation>
    </message>
    <message>
        <source>%1
No values, %2 missing</source>
        <translation>%1
값 없음, 누락 %2</translation>
    </message>
    <message>
        <source>%1: n = %2, missing %3
Median %4, middle half %5 to %6
Whiskers %7 to %8</source>
        <translation>%1: n = %2, 누락 %3
중앙값 %4, 가운데 절반 %5 ~ %6
수염 %7 ~ %8</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>누락</translation>
    </message>
    <message>
        <source>Lower whisker</source>
        <translation>아래 수염</translation>
    </message>
    <message>
        <source>Lower quartile</source>
        <translation>제1사분위수</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>중앙값</translation>
    </message>
    <message>
        <source>Upper quartile</source>
        <translation>제3사분위수</translation>
    </message>
    <message>
        <source>Upper whisker</source>
        <translation>위 수염</translation>
    </message>
</context>
<context>
    <name>winnow::EvidenceCard</name>
    <message>
        <source>%1 &lt; 0.001</source>
        <translation>%1 &lt; 0.001</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>%1, score %2, %3</source>
        <translation>%1, 점수 %2, %3</translation>
    </message>
    <message>
        <source>chance %1</source>
        <translation>우연 %1</translation>
    </message>
    <message>
        <source>%1 independent models</source>
        <translation>독립 모델 %1개</translation>
    </message>
    <message>
        <source>%1% agree</source>
        <translation>%1% 일치</translation>
    </message>
    <message>
        <source>distance %1</source>
        <translation>거리 %1</translation>
    </message>
    <message>
        <source>similarity %1</source>
        <translation>유사도 %1</translation>
    </message>
    <message>
        <source>item-rest r = %1</source>
        <translation>문항-나머지 r = %1</translation>
    </message>
    <message numerus="yes">
        <source>%1% likely faulty, learnt from %Ln checked answers</source>
        <translation>
            <numerusform>잘못일 확률 %1%, 확인한 정답 %Ln개에서 배움</numerusform>
        </translation>
    </message>
    <message>
        <source>rank %1 of %2 by doubt, not a probability</source>
        <translation>의심 순위 %2개 중 %1위(확률 아님)</translation>
    </message>
    <message>
        <source>Asked as: %1</source>
        <translation>이렇게 물음: %1</translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation>인정되는 답: %1</translation>
    </message>
</context>
<context>
    <name>winnow::ExportCounts</name>
    <message>
        <source>What will be written</source>
        <translation>기록할 내용</translation>
    </message>
    <message>
        <source>Why samples are dropped or changed</source>
        <translation>제외하거나 변경하는 이유</translation>
    </message>
    <message>
        <source>By dataset</source>
        <translation>데이터셋별</translation>
    </message>
    <message>
        <source>Will be written</source>
        <translation>기록할 샘플</translation>
    </message>
    <message>
        <source>Of these changed</source>
        <translation>그중 변경</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>제외</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln samples (%1)</source>
        <translation>
            <numerusform>샘플 %Ln개 중 (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Will be exported</source>
        <translation>내보낼 샘플</translation>
    </message>
    <message>
        <source>new gold, open-ended or circular</source>
        <translation>새 정답, 주관식 또는 순환</translation>
    </message>
    <message>
        <source>Changed on export</source>
        <translation>내보낼 때 변경</translation>
    </message>
    <message>
        <source>Dropped on export</source>
        <translation>내보낼 때 제외</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>처리</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation>내보내기: %1</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>This policy keeps every sample as it is. Review flags, or choose another policy.</source>
        <translation>이 정책은 모든 샘플을 그대로 유지합니다. 플래그를 검토하거나 다른 정책을 고르세요.</translation>
    </message>
    <message>
        <source>A sample with two reasons counts in both.</source>
        <translation>이유가 둘인 샘플은 양쪽에 셉니다.</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>기록됨</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Export of %1</source>
        <translation>%1 내보내기</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>%1 전체</translation>
    </message>
</context>
<context>
    <name>winnow::ExportForm</name>
    <message>
        <source>Browse…</source>
        <translation>찾아보기…</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>검토됨</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Files in a folder beside the data</source>
        <translation>데이터 옆 폴더에 파일로</translation>
    </message>
    <message>
        <source>Each picture is written once, however many samples show it.</source>
        <translation>같은 그림은 한 번만 기록합니다.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Where to write</source>
        <translation>저장 위치</translation>
    </message>
    <message>
        <source>One file for each dataset and manifest.json. The folder is new, empty or an earlier export, which is replaced as a whole: all of it or nothing.</source>
        <translation>데이터셋마다 파일 하나와 manifest.json을 씁니다. 폴더는 새 폴더, 빈 폴더 또는 이전 내보내기여야 하며, 이전 내보내기는 통째로 바뀝니다. 전부 쓰거나 아무것도 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Export to folder</source>
        <translation>내보낼 폴더</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln flagged samples</source>
        <translation>
            <numerusform>플래그된 샘플 %Ln개 중 %1개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are dropped on flags that nobody confirmed</source>
        <translation>
            <numerusform>%Ln개가 아무도 확인하지 않은 플래그로 제외됩니다</numerusform>
        </translation>
    </message>
    <message>
        <source>None is dropped on a flag that nobody confirmed</source>
        <translation>확인하지 않은 플래그로 제외되는 샘플이 없습니다</translation>
    </message>
    <message>
        <source>Dropped on flags that nobody confirmed</source>
        <translation>아무도 확인하지 않은 플래그로 제외</translation>
    </message>
    <message>
        <source>Flagged and not reviewed</source>
        <translation>플래그되고 검토 안 됨</translation>
    </message>
    <message>
        <source>Embedded in the data</source>
        <translation>데이터 안에 포함</translation>
    </message>
    <message>
        <source>Named where they are</source>
        <translation>있는 자리의 이름만</translation>
    </message>
    <message>
        <source>The files hold everything, the pictures byte for byte.</source>
        <translation>파일에 모든 것이 담기며 그림은 바이트 그대로입니다.</translation>
    </message>
    <message>
        <source>One file holds everything; as base64 it is about a third larger.</source>
        <translation>한 파일에 모든 것이 담기며 base64라 약 3분의 1 더 큽니다.</translation>
    </message>
    <message>
        <source>Nothing is copied but pictures that have no file; for use on this machine.</source>
        <translation>파일이 없는 그림만 복사합니다. 이 컴퓨터에서 쓰기 위한 것입니다.</translation>
    </message>
    <message>
        <source>This format has no pictures.</source>
        <translation>이 형식에는 그림이 없습니다.</translation>
    </message>
    <message>
        <source>How large?</source>
        <translation>크기 확인</translation>
    </message>
    <message>
        <source>Each format has them as is usual for it, in a folder of its own name.</source>
        <translation>형식마다 자기 이름의 폴더에 평소대로 둡니다.</translation>
    </message>
    <message>
        <source>Does all of it but writing, and says how many files of what size there would be</source>
        <translation>쓰기만 빼고 모두 해 보고 파일 수와 크기를 알려 줍니다</translation>
    </message>
</context>
<context>
    <name>winnow::ExportPage</name>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>All datasets</source>
        <translation>모든 데이터셋</translation>
    </message>
    <message>
        <source>Export to subfolder “%1”</source>
        <translation>하위 폴더 “%1”(으)로 내보내기</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Nothing to export yet</source>
        <translation>아직 내보낼 것이 없습니다</translation>
    </message>
    <message>
        <source>Import a benchmark, audit it and decide; this page then writes what is left in the format the next tool eats.</source>
        <translation>벤치마크를 가져와 감사하고 결정하면, 남은 샘플을 다음 도구가 읽는 형식으로 기록합니다.</translation>
    </message>
    <message>
        <source>Import a benchmark</source>
        <translation>벤치마크 가져오기</translation>
    </message>
    <message>
        <source>Say where to write</source>
        <translation>저장 위치를 정하세요</translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation>먼저 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>내보내는 중</translation>
    </message>
    <message>
        <source>The export was stopped; nothing was written</source>
        <translation>내보내기를 중지했습니다. 기록된 것은 없습니다</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>%1에 내보냄</translation>
    </message>
    <message>
        <source>The whole benchmark</source>
        <translation>벤치마크 전체</translation>
    </message>
    <message>
        <source>This subset has no samples here</source>
        <translation>이 부분집합에는 여기에 해당하는 샘플이 없습니다</translation>
    </message>
    <message>
        <source>Choose another subset, another dataset or the whole benchmark.</source>
        <translation>다른 부분집합이나 다른 데이터셋, 또는 벤치마크 전체를 고르세요.</translation>
    </message>
    <message>
        <source>Measuring what would be written</source>
        <translation>쓰일 것을 재는 중</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 in %Ln files, with %3 pictures; %4 pictures are not to be had</source>
        <translation>
            <numerusform>%1: 파일 %Ln개에 %2, 그림 %3장. 그림 %4장은 구할 수 없음</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing the suite</source>
        <translation>모음 쓰는 중</translation>
    </message>
    <message>
        <source>The suite was stopped</source>
        <translation>모음 쓰기를 멈췄습니다</translation>
    </message>
    <message>
        <source>Suite written to %1</source>
        <translation>모음을 %1에 썼습니다</translation>
    </message>
    <message numerus="yes">
        <source>%Ln formats exported to %1</source>
        <translation>
            <numerusform>형식 %Ln개를 %1에 내보냈습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::ExportResultCard</name>
    <message>
        <source>Manifest</source>
        <translation>매니페스트</translation>
    </message>
    <message>
        <source>Manifest as JSON</source>
        <translation>매니페스트(JSON)</translation>
    </message>
    <message>
        <source>Show as JSON</source>
        <translation>JSON으로 보기</translation>
    </message>
    <message>
        <source>Copy manifest</source>
        <translation>매니페스트 복사</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>The manifest is on the clipboard</source>
        <translation>매니페스트를 클립보드에 복사했습니다</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln samples written</source>
        <translation>
            <numerusform>샘플 %Ln개 중 %1개 기록</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln images could not be had; their names were kept.</source>
        <translation>
            <numerusform>이미지 %Ln개를 구할 수 없어 이름만 남겼습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::ExportSuite</name>
    <message>
        <source>Browse…</source>
        <translation>찾아보기…</translation>
    </message>
    <message>
        <source>Write suite</source>
        <translation>모음 쓰기</translation>
    </message>
    <message>
        <source>DatBench suite</source>
        <translation>DatBench 모음</translation>
    </message>
    <message>
        <source>Both sets at once, for all datasets and capabilities: what cleaning leaves by the policy datbench, and a small set for each capability that tells models apart. Detectors that never ran run first.</source>
        <translation>모든 데이터셋과 능력에 대해 두 세트를 한꺼번에 만듭니다. datbench 정책으로 정리하고 남은 것과, 능력마다 모델을 가려내는 작은 세트입니다. 실행된 적 없는 탐지기가 먼저 실행됩니다.</translation>
    </message>
    <message>
        <source>Samples a capability</source>
        <translation>능력마다 샘플</translation>
    </message>
    <message>
        <source>Folder of the suite</source>
        <translation>모음 폴더</translation>
    </message>
    <message>
        <source>Card of the suite</source>
        <translation>모음 카드</translation>
    </message>
    <message>
        <source>Suite in folder</source>
        <translation>모음 폴더</translation>
    </message>
</context>
<context>
    <name>winnow::FacetModel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n개 더</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, 선택됨</translation>
    </message>
</context>
<context>
    <name>winnow::FacetPanel</name>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
</context>
<context>
    <name>winnow::FilterState</name>
    <message>
        <source>A list of samples</source>
        <translation>샘플 목록</translation>
    </message>
</context>
<context>
    <name>winnow::GapsContextualization</name>
    <message>
        <source>Cost against accuracy</source>
        <translation>비용 대비 정확도</translation>
    </message>
    <message>
        <source>Accuracy of the models and of an oracle</source>
        <translation>모델과 오라클의 정확도</translation>
    </message>
    <message>
        <source>By how many models a question is answered rightly</source>
        <translation>질문을 맞힌 모델 수</translation>
    </message>
    <message>
        <source>Models over the same questions</source>
        <translation>같은 질문에서 본 모델</translation>
    </message>
    <message>
        <source>Routers that can be built</source>
        <translation>만들 수 있는 라우터</translation>
    </message>
    <message>
        <source>US dollars a thousand questions</source>
        <translation>질문 1,000개당 미국 달러</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>One model</source>
        <translation>단일 모델</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>라우터</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>오라클</translation>
    </message>
    <message>
        <source>%1, as good as it gets</source>
        <translation>%1, 최고 정확도</translation>
    </message>
    <message>
        <source>%1, as cheap as it gets</source>
        <translation>%1, 최저 비용</translation>
    </message>
    <message>
        <source>The cheapest model that is right</source>
        <translation>맞힌 모델 중 가장 싼 모델</translation>
    </message>
    <message>
        <source>What mixing single models gives</source>
        <translation>단일 모델을 섞어 얻는 선</translation>
    </message>
    <message numerus="yes">
        <source>Over %Ln questions that all of them tried. An oracle that asks the cheapest model that is right gets %1.</source>
        <translation>
            <numerusform>모든 모델이 시도한 질문 %Ln개 기준입니다. 맞히는 모델 중 가장 싼 모델에게 묻는 오라클은 %1입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked to be only as good as %1 alone, it would save %2 of its cost.</source>
        <translation>%1 단독만큼만 맞히면 되는 경우 그 비용의 %2를 아낍니다.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Router %1</source>
        <translation>라우터(%1)</translation>
    </message>
    <message numerus="yes">
        <source>Over %Ln questions that all of them tried. The oracle asks, for each question, a model that is right.</source>
        <translation>
            <numerusform>모든 모델이 시도한 질문 %Ln개 기준입니다. 오라클은 질문마다 맞히는 모델에게 묻습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Models that are right</source>
        <translation>맞힌 모델 수</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>No model is right for %1, all are for %2; between them a router can gain.</source>
        <translation>아무 모델도 못 맞힌 질문 %1개, 모두 맞힌 질문 %2개이며, 그 사이에서 라우터가 얻을 것이 있습니다.</translation>
    </message>
    <message>
        <source>With the first try</source>
        <translation>첫 시도 기준</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95% 구간</translation>
    </message>
    <message>
        <source>$ a thousand</source>
        <translation>1,000개당 $</translation>
    </message>
    <message>
        <source>US dollars for a thousand questions</source>
        <translation>질문 1,000개당 미국 달러</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Mean of a question</source>
        <translation>질문당 평균</translation>
    </message>
    <message>
        <source>Right alone</source>
        <translation>혼자만 정답</translation>
    </message>
    <message>
        <source>Questions that it alone answers rightly</source>
        <translation>이 모델만 맞힌 질문</translation>
    </message>
    <message>
        <source>Beyond the best</source>
        <translation>최고 모델이 못 맞힌 정답</translation>
    </message>
    <message>
        <source>Questions that it answers rightly and the best model does not</source>
        <translation>최고 모델은 틀리고 이 모델은 맞힌 질문</translation>
    </message>
    <message>
        <source>As good as it gets, whatever it costs</source>
        <translation>비용과 상관없이 가장 정확하게</translation>
    </message>
    <message>
        <source>To the best model</source>
        <translation>최고 모델 대비</translation>
    </message>
    <message>
        <source>Points more than the best single model, same questions</source>
        <translation>같은 질문에서 최고 단일 모델보다 높은 점수(%p)</translation>
    </message>
    <message>
        <source>Gap closed</source>
        <translation>좁힌 격차</translation>
    </message>
    <message>
        <source>Of what lies between the best single model and the oracle</source>
        <translation>최고 단일 모델과 오라클 사이의 격차 중</translation>
    </message>
    <message>
        <source>Cheapest: right</source>
        <translation>최저 비용: 정답</translation>
    </message>
    <message>
        <source>The cheapest that is as good as the best single model</source>
        <translation>최고 단일 모델만큼 정확한 것 중 가장 싼 것</translation>
    </message>
    <message>
        <source>Cheapest: cost</source>
        <translation>최저 비용: 비용</translation>
    </message>
    <message>
        <source>Of the best single model&apos;s cost</source>
        <translation>최고 단일 모델 비용 대비</translation>
    </message>
    <message>
        <source>95% interval of the cost</source>
        <translation>비용의 95% 구간</translation>
    </message>
    <message>
        <source>AIQ</source>
        <translation>AIQ</translation>
    </message>
    <message>
        <source>Average improvement in quality: mean accuracy over the range of costs</source>
        <translation>평균 품질 향상: 비용 범위에서의 평균 정확도</translation>
    </message>
    <message>
        <source>Each decides about questions that it did not learn from.</source>
        <translation>모두 학습에 쓰지 않은 질문에서 정합니다.</translation>
    </message>
    <message>
        <source>AIQ of the single models: %1.</source>
        <translation>단일 모델의 AIQ: %1.</translation>
    </message>
</context>
<context>
    <name>winnow::GapsDecomposition</name>
    <message>
        <source>Accuracy of the steps</source>
        <translation>단계별 정확도</translation>
    </message>
    <message>
        <source>Where chains break</source>
        <translation>연쇄가 끊기는 단계</translation>
    </message>
    <message>
        <source>At once and step by step</source>
        <translation>한 번에와 단계별로</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>The same steps with more and with less context</source>
        <translation>문맥이 많을 때와 적을 때의 같은 단계</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln steps wrong</source>
        <translation>
            <numerusform>단계 %Ln개 중 %1개 오답</numerusform>
        </translation>
    </message>
    <message>
        <source>With the first try. A cell opens the steps that are wrong.</source>
        <translation>첫 시도 기준입니다. 칸을 누르면 틀린 단계가 열립니다.</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>연쇄</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>끝까지</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>%1에서</translation>
    </message>
    <message>
        <source>all steps right</source>
        <translation>모든 단계 정답</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>The first step that is wrong with the first try.</source>
        <translation>첫 시도에서 처음으로 틀린 단계입니다.</translation>
    </message>
    <message>
        <source>The best model for each step (%1) gets %2 of the chains right, %3 for all steps %4; chosen on one half of the chains, tried on the other.</source>
        <translation>단계마다 가장 좋은 모델(%1)은 연쇄의 %2를 맞히고, 모든 단계에 %3을(를) 쓰면 %4입니다. 연쇄의 절반에서 고르고 나머지 절반에서 시험했습니다.</translation>
    </message>
    <message>
        <source>Of which it tried every step</source>
        <translation>모든 단계를 시도한 연쇄</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>한 번에</translation>
    </message>
    <message>
        <source>The question asked without steps</source>
        <translation>단계 없이 물은 질문</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>곱</translation>
    </message>
    <message>
        <source>What the accuracies of its steps come to if they were independent</source>
        <translation>단계들이 서로 독립이라면 단계 정확도의 곱</translation>
    </message>
    <message>
        <source>One path</source>
        <translation>한 경로</translation>
    </message>
    <message>
        <source>All steps right with the first try</source>
        <translation>첫 시도로 모든 단계 정답</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95% 구간</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>All steps right where of several tries a step a verifier takes one</source>
        <translation>단계마다 여러 시도 중 검증기가 하나를 골랐을 때 모든 단계 정답</translation>
    </message>
    <message>
        <source>Any right</source>
        <translation>하나라도 정답</translation>
    </message>
    <message>
        <source>Of several tries a step one is right, at every step</source>
        <translation>모든 단계에서 여러 시도 중 하나라도 정답</translation>
    </message>
    <message>
        <source>Verifier</source>
        <translation>검증기</translation>
    </message>
    <message>
        <source>$ at once</source>
        <translation>한 번에 $</translation>
    </message>
    <message>
        <source>US dollars for a thousand chains</source>
        <translation>연쇄 1,000개당 미국 달러</translation>
    </message>
    <message>
        <source>$ one path</source>
        <translation>한 경로 $</translation>
    </message>
    <message>
        <source>$ verified</source>
        <translation>검증 $</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>With the first try</source>
        <translation>첫 시도 기준</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>오답</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>Success@K</source>
        <translation>Success@K</translation>
    </message>
    <message>
        <source>Right when the try is taken that it rates highest</source>
        <translation>가장 높게 평가한 시도를 골랐을 때의 정답률</translation>
    </message>
    <message>
        <source>Prompt tokens</source>
        <translation>입력 토큰</translation>
    </message>
    <message>
        <source>What the step carries in</source>
        <translation>단계에 넣는 양</translation>
    </message>
    <message>
        <source>$ a thousand</source>
        <translation>1,000개당 $</translation>
    </message>
    <message>
        <source>US dollars for a thousand steps</source>
        <translation>단계 1,000개당 미국 달러</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>More context</source>
        <translation>많은 문맥</translation>
    </message>
    <message>
        <source>Less context</source>
        <translation>적은 문맥</translation>
    </message>
    <message>
        <source>Right with more</source>
        <translation>많을 때 정답</translation>
    </message>
    <message>
        <source>Right with less</source>
        <translation>적을 때 정답</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Points that more context gives</source>
        <translation>문맥이 많을 때 더 얻는 %p</translation>
    </message>
    <message>
        <source>Tokens, more</source>
        <translation>토큰, 많을 때</translation>
    </message>
    <message>
        <source>Tokens, less</source>
        <translation>토큰, 적을 때</translation>
    </message>
    <message>
        <source>$ more</source>
        <translation>$, 많을 때</translation>
    </message>
    <message>
        <source>$ less</source>
        <translation>$, 적을 때</translation>
    </message>
</context>
<context>
    <name>winnow::GapsFilters</name>
    <message>
        <source>Datasets</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>All datasets</source>
        <translation>모든 데이터셋</translation>
    </message>
    <message>
        <source>%1 of %2 datasets</source>
        <translation>데이터셋 %2개 중 %1개</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>능력</translation>
    </message>
    <message>
        <source>All capabilities</source>
        <translation>모든 능력</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>모든 모델</translation>
    </message>
    <message>
        <source>%1 of %2 models</source>
        <translation>모델 %2개 중 %1개</translation>
    </message>
    <message>
        <source>All samples</source>
        <translation>모든 샘플</translation>
    </message>
    <message>
        <source>Kept by the policy</source>
        <translation>정책이 유지하는 샘플</translation>
    </message>
    <message>
        <source>Prices…</source>
        <translation>가격…</translation>
    </message>
    <message>
        <source>Seconds that a person waits</source>
        <translation>사람이 기다리는 초</translation>
    </message>
    <message>
        <source> s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Seconds that a person waits for an answer</source>
        <translation>사람이 답을 기다리는 초</translation>
    </message>
    <message>
        <source>Right from this score on</source>
        <translation>이 점수부터 정답</translation>
    </message>
    <message>
        <source>A score counts as right from here on</source>
        <translation>이 점수부터 정답으로 셉니다</translation>
    </message>
    <message>
        <source>What the models cost, for tokens, images and GPU hours</source>
        <translation>토큰, 이미지, GPU 시간에 대한 모델 비용</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>기다림</translation>
    </message>
    <message>
        <source>Right from</source>
        <translation>정답 기준</translation>
    </message>
</context>
<context>
    <name>winnow::GapsLatency</name>
    <message>
        <source>Answered rightly within so many seconds</source>
        <translation>제한 시간 안에 맞힌 비율</translation>
    </message>
    <message>
        <source>Model whose waiting is shown</source>
        <translation>대기를 표시할 모델</translation>
    </message>
    <message>
        <source>Ways to ask</source>
        <translation>묻는 방법</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Right in time</source>
        <translation>제시간 정답</translation>
    </message>
    <message>
        <source>Several models: %1</source>
        <translation>여러 모델: %1</translation>
    </message>
    <message>
        <source>Patience: %1 s</source>
        <translation>기다림: %1초</translation>
    </message>
    <message>
        <source>%1: nothing that was recorded tells its right tries from wrong ones.</source>
        <translation>%1: 기록된 것 중에 맞은 시도와 틀린 시도를 가르는 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1: a try is accepted by %2.</source>
        <translation>%1: 시도는 %2(으)로 받아들입니다.</translation>
    </message>
    <message>
        <source>The first right try comes %1 s before a try on average.</source>
        <translation>첫 정답 시도는 평균적인 시도보다 %1초 빨리 옵니다.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Within %1 s</source>
        <translation>%1초 안</translation>
    </message>
    <message>
        <source>Answered rightly within the patience</source>
        <translation>기다리는 시간 안에 맞힌 비율</translation>
    </message>
    <message>
        <source>Mean s</source>
        <translation>평균 초</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>$ a thousand</source>
        <translation>1,000개당 $</translation>
    </message>
    <message>
        <source>US dollars for a thousand questions</source>
        <translation>질문 1,000개당 미국 달러</translation>
    </message>
    <message>
        <source>Tokens wasted</source>
        <translation>버린 토큰</translation>
    </message>
    <message>
        <source>Of all output tokens: of answers that were not taken</source>
        <translation>전체 출력 토큰 중 쓰지 않은 답의 몫</translation>
    </message>
    <message>
        <source>Money wasted</source>
        <translation>버린 비용</translation>
    </message>
    <message>
        <source>Of all that was paid: for answers that were not taken</source>
        <translation>지불한 비용 중 쓰지 않은 답의 몫</translation>
    </message>
    <message>
        <source>Several models</source>
        <translation>여러 모델</translation>
    </message>
    <message>
        <source>Replayed on the half of the questions that did not choose the verifier. “Right” opens what is wrong, “Within %1 s” what comes too late.</source>
        <translation>검증기를 고르는 데 쓰지 않은 절반의 질문에서 재현했습니다. ‘정답’은 틀린 샘플을, ‘%1초 안’은 너무 늦은 샘플을 엽니다.</translation>
    </message>
</context>
<context>
    <name>winnow::GapsOpen</name>
    <message>
        <source>Some tries right, some wrong</source>
        <translation>일부 시도만 정답</translation>
    </message>
    <message>
        <source>All tries right</source>
        <translation>모든 시도 정답</translation>
    </message>
    <message>
        <source>No try right</source>
        <translation>정답 시도 없음</translation>
    </message>
    <message>
        <source>Some try right, the majority wrong</source>
        <translation>정답 시도가 있으나 다수결은 오답</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Right alone</source>
        <translation>혼자만 정답</translation>
    </message>
    <message>
        <source>Right where the best model is not</source>
        <translation>최고 모델이 틀린 곳에서 정답</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>오답</translation>
    </message>
    <message>
        <source>Later than %1 s</source>
        <translation>%1초보다 늦음</translation>
    </message>
    <message>
        <source>Beyond the first stage</source>
        <translation>첫 단을 넘어감</translation>
    </message>
    <message numerus="yes">
        <source>Right by exactly %Ln models</source>
        <translation>
            <numerusform>정확히 모델 %Ln개가 정답</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: wrong at the step %2</source>
        <translation>%1: %2 단계 오답</translation>
    </message>
    <message>
        <source>%1: chains that break at %2</source>
        <translation>%1: %2에서 끊긴 연쇄</translation>
    </message>
</context>
<context>
    <name>winnow::GapsOrchestration</name>
    <message>
        <source>Save strategy…</source>
        <translation>전략 저장…</translation>
    </message>
    <message>
        <source>Open strategy…</source>
        <translation>전략 열기…</translation>
    </message>
    <message>
        <source>What strategies cost and what they get right</source>
        <translation>전략의 비용과 정답</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>Writes the chosen strategy to a file that can be changed and opened again</source>
        <translation>선택한 전략을 고치고 다시 열 수 있는 파일로 씁니다</translation>
    </message>
    <message>
        <source>Replays a strategy of a file on the same questions</source>
        <translation>파일의 전략을 같은 질문에서 재현합니다</translation>
    </message>
    <message>
        <source>Too few questions</source>
        <translation>질문이 너무 적습니다</translation>
    </message>
    <message>
        <source>Strategies are chosen on one half of the questions that all models tried, and reported on the other. Import more of them, or choose other models and datasets.</source>
        <translation>전략은 모든 모델이 시도한 질문의 절반에서 고르고 나머지 절반에서 보고합니다. 질문을 더 가져오거나 다른 모델과 데이터셋을 고르세요.</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>연 전략</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>One model</source>
        <translation>단일 모델</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>Right in time</source>
        <translation>제시간 정답</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation>%1 단독</translation>
    </message>
    <message numerus="yes">
        <source>%Ln strategies were tried on %1 questions; these are what none beats at its cost, reported on the other %2.</source>
        <translation>
            <numerusform>질문 %1개에서 전략 %Ln개를 시험했습니다. 같은 비용에서 더 나은 것이 없는 전략들이며, 나머지 %2개에서 보고합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cost is that of %1 alone.</source>
        <translation>비용은 %1 단독 대비입니다.</translation>
    </message>
    <message>
        <source>Calls are those of %1 alone.</source>
        <translation>호출은 %1 단독 대비입니다.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Right within %1 s</source>
        <translation>%1초 안 정답</translation>
    </message>
    <message>
        <source>On the questions that it was not chosen on</source>
        <translation>고르는 데 쓰지 않은 질문에서</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95% 구간</translation>
    </message>
    <message>
        <source>To the best model</source>
        <translation>최고 모델 대비</translation>
    </message>
    <message>
        <source>Points more than the best single model, same questions</source>
        <translation>같은 질문에서 최고 단일 모델보다 높은 점수(%p)</translation>
    </message>
    <message>
        <source>Calls of the best</source>
        <translation>최고 모델 대비 호출</translation>
    </message>
    <message>
        <source>Of the best single model&apos;s</source>
        <translation>최고 단일 모델 대비</translation>
    </message>
    <message>
        <source>Calls, of the best single model&apos;s</source>
        <translation>최고 단일 모델 대비 호출</translation>
    </message>
    <message>
        <source>95% interval of that</source>
        <translation>그 95% 구간</translation>
    </message>
    <message>
        <source>$ a thousand</source>
        <translation>1,000개당 $</translation>
    </message>
    <message>
        <source>US dollars for a thousand questions</source>
        <translation>질문 1,000개당 미국 달러</translation>
    </message>
    <message>
        <source>Mean of a question</source>
        <translation>질문당 평균</translation>
    </message>
    <message>
        <source>p95 s</source>
        <translation>p95 초</translation>
    </message>
    <message>
        <source>19 of 20 questions are answered within</source>
        <translation>질문 20개 중 19개가 답을 받는 시간</translation>
    </message>
    <message>
        <source>Money wasted</source>
        <translation>버린 비용</translation>
    </message>
    <message>
        <source>Of all that was paid: for answers that were not taken</source>
        <translation>지불한 비용 중 쓰지 않은 답의 몫</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>넘어감</translation>
    </message>
    <message>
        <source>Questions that went beyond the first stage</source>
        <translation>첫 단을 넘어간 질문</translation>
    </message>
    <message>
        <source>“Right within” opens what is wrong, “p95 s” what comes too late, “Escalated” what went beyond the first stage.</source>
        <translation>‘정답’은 틀린 샘플을, ‘p95 초’는 너무 늦은 샘플을, ‘넘어감’은 첫 단을 넘어간 샘플을 엽니다.</translation>
    </message>
    <message>
        <source>“Right” opens what is wrong, “Escalated” what went beyond the first stage.</source>
        <translation>‘정답’은 틀린 샘플을, ‘넘어감’은 첫 단을 넘어간 샘플을 엽니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln opened strategies ask models that are not looked at here.</source>
        <translation>
            <numerusform>연 전략 %Ln개는 여기서 보지 않는 모델에게 묻습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replayed</source>
        <translation>재현</translation>
    </message>
    <message>
        <source>Questions of which every try that it may need is recorded, where not all</source>
        <translation>필요할 수 있는 시도가 모두 기록된 질문(전부가 아닐 때)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
</context>
<context>
    <name>winnow::GapsPage</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1을(를) 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 is larger than any strategy: %2 bytes</source>
        <translation>%1은(는) 전략 파일로는 너무 큽니다: %2바이트</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1에 쓸 수 없음: %2</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>쓸 수 있는 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Strategies (*.json);;All files (*)</source>
        <translation>전략 (*.json);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>격차</translation>
    </message>
    <message>
        <source>Measuring the gaps</source>
        <translation>격차 측정</translation>
    </message>
    <message>
        <source>No gap to measure yet</source>
        <translation>아직 잴 격차가 없습니다</translation>
    </message>
    <message>
        <source>Import a benchmark and what the models answered. This page then shows what verifying, routing, stopping early and steps would gain, and says what else to record.</source>
        <translation>벤치마크와 모델의 응답을 가져오세요. 그러면 검증, 라우팅, 조기 종료, 단계 분해로 얻을 것을 보여 주고, 무엇을 더 기록할지 알려 줍니다.</translation>
    </message>
    <message>
        <source>Import responses</source>
        <translation>응답 가져오기</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>samples, models</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples</source>
        <translation>
            <numerusform>샘플 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln models</source>
        <translation>
            <numerusform>모델 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the strategy</source>
        <translation>전략 저장</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 저장됨</translation>
    </message>
    <message>
        <source>Open a strategy</source>
        <translation>전략 열기</translation>
    </message>
</context>
<context>
    <name>winnow::GapsSection</name>
    <message>
        <source>Nothing was recorded for this</source>
        <translation>이에 대해 기록된 것이 없습니다</translation>
    </message>
</context>
<context>
    <name>winnow::GapsSummary</name>
    <message numerus="yes">
        <source>Chosen among %Ln strategies on %1 questions and reported on the other %2, with 95% intervals.</source>
        <translation>
            <numerusform>질문 %1개에서 전략 %Ln개 중에 고르고 나머지 %2개에서 보고했습니다(95% 구간).</numerusform>
        </translation>
    </message>
    <message>
        <source>Samples…</source>
        <translation>샘플…</translation>
    </message>
</context>
<context>
    <name>winnow::GapsTiles</name>
    <message>
        <source>Details</source>
        <translation>세부 정보</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>세부 정보: %1</translation>
    </message>
    <message>
        <source>Nothing was recorded for this</source>
        <translation>이에 대해 기록된 것이 없습니다</translation>
    </message>
    <message>
        <source>%1: one try → any of %2 right.</source>
        <translation>%1: 한 번 시도 → %2번 중 하나라도 정답.</translation>
    </message>
    <message>
        <source>Choosing by %1 recovers %2 of that.</source>
        <translation>%1(으)로 고르면 그중 %2를 되찾습니다.</translation>
    </message>
    <message>
        <source>Nothing that was recorded tells the right tries from the wrong ones.</source>
        <translation>기록된 것 중에 맞은 시도와 틀린 시도를 가르는 것이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1 alone → an oracle among %Ln models.</source>
        <translation>
            <numerusform>%1 단독 → 모델 %Ln개 중의 오라클.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only as good as alone, it saves %1 of the cost.</source>
        <translation>단독만큼만 맞히면 비용의 %1를 아낍니다.</translation>
    </message>
    <message>
        <source>A router %1 gets %2.</source>
        <translation>라우터(%1)는 %2입니다.</translation>
    </message>
    <message>
        <source>%1: right within %2 s with one try.</source>
        <translation>%1: 한 번 시도로 %2초 안에 정답.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1: so much sooner comes the first right try. Right within %2 s: one try %3, oracle %4.</source>
        <translation>%1: 첫 정답 시도가 이만큼 먼저 옵니다. %2초 안 정답: 한 번 시도 %3, 오라클 %4.</translation>
    </message>
    <message>
        <source>%1: so much sooner comes the first right try. Right within %2 s: one try %3, first accepted %4, oracle %5.</source>
        <translation>%1: 첫 정답 시도가 이만큼 먼저 옵니다. %2초 안 정답: 한 번 시도 %3, 처음 받아들인 시도 %4, 오라클 %5.</translation>
    </message>
    <message>
        <source>No model answered every step of a question.</source>
        <translation>한 질문의 모든 단계에 답한 모델이 없습니다.</translation>
    </message>
    <message>
        <source>%1: chains right on one path → with verified steps.</source>
        <translation>%1: 한 경로로 맞힌 연쇄 → 단계를 검증한 연쇄.</translation>
    </message>
    <message>
        <source>%1: chains right on one path.</source>
        <translation>%1: 한 경로로 맞힌 연쇄.</translation>
    </message>
    <message>
        <source>Asked at once: %1.</source>
        <translation>한 번에 물으면 %1.</translation>
    </message>
</context>
<context>
    <name>winnow::GapsValidation</name>
    <message>
        <source>Right within several tries</source>
        <translation>여러 시도 안의 정답</translation>
    </message>
    <message>
        <source>Model whose tries are shown</source>
        <translation>시도를 표시할 모델</translation>
    </message>
    <message>
        <source>Tries of the models</source>
        <translation>모델의 시도</translation>
    </message>
    <message>
        <source>What could choose among the tries</source>
        <translation>시도 중에서 고를 수 있는 것</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Any of k tries right</source>
        <translation>k번 중 하나라도 정답</translation>
    </message>
    <message>
        <source>All k tries right</source>
        <translation>k번 모두 정답</translation>
    </message>
    <message>
        <source>Majority of k tries right</source>
        <translation>k번의 다수결 정답</translation>
    </message>
    <message numerus="yes">
        <source>%1: one try is right for %2 of %Ln questions, any of %3 for %4.</source>
        <translation>
            <numerusform>%1: 질문 %Ln개에서 한 번 시도는 %2, %3번 중 하나라도는 %4가 정답입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Best of %1 by %2</source>
        <translation>%1번 중 최고(%2)</translation>
    </message>
    <message>
        <source>Taking the one that is best by %1 gives %2, where one try gives %3.</source>
        <translation>%1(으)로 가장 좋은 시도를 고르면 %2이고, 한 번 시도는 %3입니다.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>What nine in ten of its questions were tried</source>
        <translation>질문 열 중 아홉 이상에 한 시도 수</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Success@1</source>
        <translation>Success@1</translation>
    </message>
    <message>
        <source>Mean over tries</source>
        <translation>시도 평균</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95% 구간</translation>
    </message>
    <message>
        <source>Questions about one image count as one where they go together</source>
        <translation>한 이미지에 대한 질문은 함께 움직이는 만큼 하나로 셉니다</translation>
    </message>
    <message>
        <source>Success@K</source>
        <translation>Success@K</translation>
    </message>
    <message>
        <source>Right in at least one of the tries, unbiased</source>
        <translation>시도 중 하나라도 정답(불편 추정)</translation>
    </message>
    <message>
        <source>All of K</source>
        <translation>K번 모두</translation>
    </message>
    <message>
        <source>Right in every try</source>
        <translation>모든 시도에서 정답</translation>
    </message>
    <message>
        <source>Majority</source>
        <translation>다수결</translation>
    </message>
    <message>
        <source>The answer that most tries gave is right</source>
        <translation>가장 많은 시도가 낸 답이 정답</translation>
    </message>
    <message>
        <source>Some right</source>
        <translation>일부 정답</translation>
    </message>
    <message>
        <source>Questions with some tries right and some wrong</source>
        <translation>일부 시도는 맞고 일부는 틀린 질문</translation>
    </message>
    <message>
        <source>For 50%</source>
        <translation>50%에 필요</translation>
    </message>
    <message>
        <source>How well a verifier must tell right from wrong (accepting right ones and refusing wrong ones equally well) to recover 50% of the gap</source>
        <translation>격차의 50%를 되찾으려면 검증기가 얼마나 잘 갈라야 하는지(맞은 것을 받아들이고 틀린 것을 물리치는 비율이 같을 때)</translation>
    </message>
    <message>
        <source>For 80%</source>
        <translation>80%에 필요</translation>
    </message>
    <message>
        <source>The same for 80% of the gap</source>
        <translation>격차의 80%에 대해 같은 값</translation>
    </message>
    <message>
        <source>For 95%</source>
        <translation>95%에 필요</translation>
    </message>
    <message>
        <source>The same for 95% of the gap</source>
        <translation>격차의 95%에 대해 같은 값</translation>
    </message>
    <message>
        <source>The last columns say how good a verifier must be to recover a share of what several tries could give.</source>
        <translation>마지막 열들은 여러 시도로 얻을 수 있는 몫을 되찾으려면 검증기가 얼마나 좋아야 하는지 나타냅니다.</translation>
    </message>
    <message>
        <source>Chosen by</source>
        <translation>고르는 기준</translation>
    </message>
    <message>
        <source>Best of K</source>
        <translation>K번 중 최고</translation>
    </message>
    <message>
        <source>Right when the try is taken that it rates highest</source>
        <translation>가장 높게 평가한 시도를 골랐을 때의 정답률</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>되찾음</translation>
    </message>
    <message>
        <source>Of the gap between Success@1 and Success@K</source>
        <translation>Success@1과 Success@K 사이의 격차 중</translation>
    </message>
    <message>
        <source>Right accepted</source>
        <translation>정답 수용</translation>
    </message>
    <message>
        <source>At the cut that tells best, found on one half of the questions and measured on the other</source>
        <translation>가장 잘 가르는 경계에서(질문의 절반에서 찾고 나머지 절반에서 잰 값)</translation>
    </message>
    <message>
        <source>Wrong accepted</source>
        <translation>오답 수용</translation>
    </message>
    <message>
        <source>At the same cut</source>
        <translation>같은 경계에서</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>How well it tells right tries from wrong ones; .5 is a coin</source>
        <translation>맞은 시도와 틀린 시도를 얼마나 잘 가르는지. 0.5는 동전 던지기</translation>
    </message>
    <message>
        <source>Tries rated</source>
        <translation>평가한 시도</translation>
    </message>
    <message>
        <source>What was recorded and tells a right answer from a wrong one without knowing the gold.</source>
        <translation>정답을 모르고도 맞은 답과 틀린 답을 가르는 기록입니다.</translation>
    </message>
</context>
<context>
    <name>winnow::HeatMap</name>
    <message>
        <source>missing</source>
        <translation>누락</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>누락</translation>
    </message>
    <message>
        <source>Down: %1 · Across: %2</source>
        <translation>세로: %1 · 가로: %2</translation>
    </message>
</context>
<context>
    <name>winnow::HistogramChart</name>
    <message>
        <source>From</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>To</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>%1 to %2
Samples: %3</source>
        <translation>%1–%2
샘플: %3</translation>
    </message>
    <message>
        <source>Threshold %1
Flagged: %2 of %3 with a score (%4%)</source>
        <translation>기준 %1
점수가 있는 %3개 중 %2개 플래그(%4%)</translation>
    </message>
    <message>
        <source>%1
Samples: %2</source>
        <translation>%1
샘플: %2</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>플래그</translation>
    </message>
</context>
<context>
    <name>winnow::ImageView</name>
    <message>
        <source>Images of the sample</source>
        <translation>샘플의 이미지</translation>
    </message>
    <message>
        <source>%1 by %2 pixels</source>
        <translation>%1 × %2 픽셀</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>winnow::ImportController</name>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Model responses</source>
        <translation>모델 응답</translation>
    </message>
    <message>
        <source>Samples with responses</source>
        <translation>응답이 있는 샘플</translation>
    </message>
</context>
<context>
    <name>winnow::ImportFields</name>
    <message>
        <source>as in the file</source>
        <translation>파일에 있는 대로</translation>
    </message>
    <message>
        <source>beside the file</source>
        <translation>파일 옆</translation>
    </message>
    <message>
        <source>from the file or its name</source>
        <translation>파일 또는 파일 이름에서</translation>
    </message>
    <message>
        <source>from the file</source>
        <translation>파일에서</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>능력</translation>
    </message>
    <message>
        <source>Scorer of open answers</source>
        <translation>주관식 답의 채점기</translation>
    </message>
    <message>
        <source>Blind cut-off in models</source>
        <translation>블라인드 기준(모델 수)</translation>
    </message>
    <message>
        <source>Folder of images</source>
        <translation>이미지 폴더</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Choose the folder of the images</source>
        <translation>이미지 폴더 선택</translation>
    </message>
    <message>
        <source>Setting of the run</source>
        <translation>실행 설정</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>시도</translation>
    </message>
</context>
<context>
    <name>winnow::ImportFileList</name>
    <message>
        <source>reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>cannot be imported like this</source>
        <translation>이대로는 가져올 수 없음</translation>
    </message>
    <message>
        <source>importing…</source>
        <translation>가져오는 중…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>레코드 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>거부 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
</context>
<context>
    <name>winnow::ImportHeader</name>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Imported before</source>
        <translation>이전에 가져온 파일</translation>
    </message>
    <message>
        <source>Import all</source>
        <translation>모두 가져오기</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>파일 선택…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>폴더 선택…</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>파일 가져오기</translation>
    </message>
    <message>
        <source>Benchmarks and responses (%1)</source>
        <translation>벤치마크와 응답 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>폴더 가져오기</translation>
    </message>
</context>
<context>
    <name>winnow::ImportHistoryModel</name>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Model responses</source>
        <translation>모델 응답</translation>
    </message>
    <message>
        <source>Judgements</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새로 추가</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>거부</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>When</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>되돌림</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>되돌리기…</translation>
    </message>
    <message>
        <source>Takes back all that this import brought</source>
        <translation>이 가져오기로 들어온 것을 모두 되돌립니다</translation>
    </message>
    <message>
        <source>Belongs to the import of the same file</source>
        <translation>같은 파일의 가져오기에 속합니다</translation>
    </message>
    <message>
        <source>A later import of the dataset stands on it</source>
        <translation>이 데이터셋의 나중 가져오기가 이것을 바탕으로 합니다</translation>
    </message>
    <message>
        <source>An older version imported it; what it brought was not noted</source>
        <translation>이전 버전에서 가져와 무엇이 들어왔는지 기록되지 않았습니다</translation>
    </message>
    <message>
        <source>Its dataset was removed</source>
        <translation>데이터셋이 제거되었습니다</translation>
    </message>
</context>
<context>
    <name>winnow::ImportHistoryView</name>
    <message numerus="yes">
        <source>%Ln samples that it brought go, with their flags and responses.</source>
        <translation>
            <numerusform>이 가져오기로 들어온 샘플 %Ln개가 플래그, 응답과 함께 사라집니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples become what they were before.</source>
        <translation>
            <numerusform>샘플 %Ln개가 이전 상태로 돌아갑니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln responses that it brought go, and the runs that have no others.</source>
        <translation>
            <numerusform>이 가져오기로 들어온 응답 %Ln개가 사라지고, 다른 응답이 없는 실행도 사라집니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln responses become what they were before.</source>
        <translation>
            <numerusform>응답 %Ln개가 이전 상태로 돌아갑니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln judgements that it brought go.</source>
        <translation>
            <numerusform>이 가져오기로 들어온 판정 %Ln개가 사라집니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Decisions stay: those on samples that go count again when an import brings the samples back.</source>
        <translation>결정은 남습니다. 사라지는 샘플에 대한 결정은 그 샘플을 다시 가져오면 다시 적용됩니다.</translation>
    </message>
    <message>
        <source>Imported before</source>
        <translation>이전에 가져온 파일</translation>
    </message>
    <message>
        <source>Undo an import</source>
        <translation>가져오기 되돌리기</translation>
    </message>
    <message>
        <source>Undo the import of %1?</source>
        <translation>%1 가져오기를 되돌릴까요?</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>가져오기 되돌리기</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples went.</source>
        <translation>
            <numerusform>샘플 %Ln개가 사라졌습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples are as before.</source>
        <translation>
            <numerusform>샘플 %Ln개가 이전과 같습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The responses of %Ln runs are as before the import.</source>
        <translation>
            <numerusform>실행 %Ln개의 응답이 가져오기 전과 같습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The dataset %1 is gone with it.</source>
        <translation>데이터셋 %1도 함께 사라졌습니다.</translation>
    </message>
</context>
<context>
    <name>winnow::ImportPage</name>
    <message>
        <source>The import was stopped; the project is as before</source>
        <translation>가져오기를 중지했습니다. 프로젝트는 이전 그대로입니다</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 저장됨</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files cannot be imported</source>
        <translation>
            <numerusform>파일 %Ln개를 가져올 수 없음</numerusform>
        </translation>
    </message>
    <message>
        <source>The import of %1 is undone</source>
        <translation>%1 가져오기를 되돌렸습니다</translation>
    </message>
</context>
<context>
    <name>winnow::ImportPlanView</name>
    <message>
        <source>Leave it out</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>Import this file</source>
        <translation>이 파일 가져오기</translation>
    </message>
    <message>
        <source>Which column is what</source>
        <translation>열의 의미</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln records looked at.</source>
        <translation>
            <numerusform>%1, 레코드 %Ln개를 살펴봄.</numerusform>
        </translation>
    </message>
    <message>
        <source>Known by name: %1 of the DatBench suite (%2). What is usual for it stands below.</source>
        <translation>이름으로 알아봄: DatBench 모음의 %1(%2). 흔히 쓰는 값이 아래에 있습니다.</translation>
    </message>
    <message>
        <source>The columns are mapped as the last time a file had them.</source>
        <translation>같은 열을 가진 지난 파일과 같이 연결했습니다.</translation>
    </message>
    <message>
        <source>%1 of the first keys are samples of the dataset %2.</source>
        <translation>첫 키의 %1이(가) 데이터셋 %2의 샘플입니다.</translation>
    </message>
    <message>
        <source>Response columns: %1.</source>
        <translation>응답 열: %1.</translation>
    </message>
    <message>
        <source>Replies to open questions are scored: %1 (%2).</source>
        <translation>주관식 질문에 대한 응답 채점: %1 (%2).</translation>
    </message>
    <message>
        <source>by the kind of sample</source>
        <translation>샘플 종류에 따라</translation>
    </message>
</context>
<context>
    <name>winnow::ImportPreviewTable</name>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>답 없음</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Gold answer</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Setting of the run</source>
        <translation>실행 설정</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>읽은 답</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
</context>
<context>
    <name>winnow::ImportRecords</name>
    <message>
        <source>Undoing the import of %1</source>
        <translation>%1 가져오기 되돌리는 중</translation>
    </message>
</context>
<context>
    <name>winnow::ImportReportView</name>
    <message>
        <source>rejected</source>
        <translation>거부</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>보고서 저장…</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>발견한 문제</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>발견</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>기대</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Open the samples</source>
        <translation>샘플 열기</translation>
    </message>
    <message>
        <source>%1: %2 new, %3 changed, %4 unchanged</source>
        <translation>%1: 새로 %2, 변경 %3, 그대로 %4</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>응답</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rotated rows</source>
        <translation>
            <numerusform>순환 행 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Images: %1, missing %2, unreadable %3, refused %4</source>
        <translation>이미지: %1, 없음 %2, 읽을 수 없음 %3, 거부 %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln responses are missing; they do not count as wrong</source>
        <translation>
            <numerusform>응답 %Ln개 없음(오답으로 세지 않음)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>거부 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warnings</source>
        <translation>
            <numerusform>경고 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>보고서 저장</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
</context>
<context>
    <name>winnow::ImportRunner</name>
    <message>
        <source>Importing %1</source>
        <translation>%1 가져오는 중</translation>
    </message>
</context>
<context>
    <name>winnow::ImportStart</name>
    <message>
        <source>Drop files here</source>
        <translation>여기에 파일을 놓으세요</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>파일 선택…</translation>
    </message>
    <message>
        <source>Benchmarks and model responses as VLMEvalKit, lmms-eval, lm-evaluation-harness and inspect write them, as Parquet, Excel, JSON, JSONL, CSV or WebDataset; folders and zips of them too. What a file holds is worked out from its content and shown before anything is written.</source>
        <translation>VLMEvalKit, lmms-eval, lm-evaluation-harness, inspect가 쓰는 벤치마크와 모델 응답, 그리고 Parquet, Excel, JSON, JSONL, CSV, WebDataset 파일. 폴더와 zip도 됩니다. 파일의 내용은 무엇이 들었는지 알아내어 쓰기 전에 먼저 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>winnow::InsightsBenchmark</name>
    <message>
        <source>Benchmark</source>
        <translation>벤치마크</translation>
    </message>
    <message>
        <source>What stays and what goes</source>
        <translation>남는 것과 빠지는 것</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>By dataset</source>
        <translation>데이터셋별</translation>
    </message>
    <message>
        <source>By capability</source>
        <translation>능력별</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>구성</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>플래그 있음</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>검토됨</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>Share reviewed</source>
        <translation>검토 비율</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>Nothing is flagged</source>
        <translation>플래그가 없습니다</translation>
    </message>
    <message>
        <source>Run the audits; what they flag waits here until somebody has decided on it.</source>
        <translation>감사를 실행하세요. 플래그가 붙은 샘플은 누군가 판단할 때까지 여기에서 기다립니다.</translation>
    </message>
    <message>
        <source>%1 of %2 flagged samples have been decided on.</source>
        <translation>플래그가 있는 샘플 %2개 중 %1개를 판단했습니다.</translation>
    </message>
</context>
<context>
    <name>winnow::InsightsCapabilities</name>
    <message>
        <source>Capabilities</source>
        <translation>능력</translation>
    </message>
    <message>
        <source>Correlation of capabilities</source>
        <translation>능력 사이의 상관</translation>
    </message>
    <message>
        <source>Correlations need 3 models and 2 capabilities</source>
        <translation>상관에는 모델 3개와 능력 2개가 필요합니다</translation>
    </message>
    <message>
        <source>There are %1 with an accuracy in each of %2 after the policy. Import responses of more models, or give the datasets their capabilities.</source>
        <translation>정책을 적용한 뒤 %2 모두에서 정확도가 있는 것은 %1입니다. 더 많은 모델의 응답을 가져오거나 데이터셋에 능력을 지정하세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>모델 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n capabilities</source>
        <translation>
            <numerusform>능력 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>능력</translation>
    </message>
    <message>
        <source>Pearson&apos;s r</source>
        <translation>피어슨 r</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(없음)</translation>
    </message>
    <message>
        <source>one of them is the same for all models</source>
        <translation>둘 중 하나가 모든 모델에서 같습니다</translation>
    </message>
    <message numerus="yes">
        <source>over %n models</source>
        <translation>
            <numerusform>모델 %n개 기준</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pearson&apos;s r of the models&apos; accuracies after the policy, over the %n models that have one in every capability; grouped by average linkage at the distance 1 − r.</source>
        <translation>
            <numerusform>정책 적용 후 모델 정확도의 피어슨 r. 모든 능력에 정확도가 있는 모델 %n개 기준이며, 거리 1 − r의 평균 연결법으로 묶었습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::InsightsCharts</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>Share kept</source>
        <translation>유지 비율</translation>
    </message>
    <message>
        <source>%1: after the policy</source>
        <translation>%1: 정책 적용 후</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(없음)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>능력</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>계열</translation>
    </message>
    <message>
        <source>Accuracy before the policy with its 95% interval</source>
        <translation>정책 적용 전 정확도와 95% 구간</translation>
    </message>
    <message>
        <source>Accuracy after the policy with its 95% interval</source>
        <translation>정책 적용 후 정확도와 95% 구간</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변화</translation>
    </message>
    <message>
        <source>Percentage points</source>
        <translation>퍼센트포인트</translation>
    </message>
    <message>
        <source>Rank before</source>
        <translation>이전 순위</translation>
    </message>
    <message>
        <source>Rank after</source>
        <translation>이후 순위</translation>
    </message>
    <message>
        <source>Rank change</source>
        <translation>순위 변화</translation>
    </message>
    <message>
        <source>Up is better</source>
        <translation>오르면 좋음</translation>
    </message>
    <message>
        <source>n before</source>
        <translation>이전 n</translation>
    </message>
    <message>
        <source>Missing before</source>
        <translation>이전 누락</translation>
    </message>
    <message>
        <source>n after</source>
        <translation>이후 n</translation>
    </message>
    <message>
        <source>Missing after</source>
        <translation>이후 누락</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 이전</translation>
    </message>
    <message>
        <source>%1 after</source>
        <translation>%1 이후</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>순위</translation>
    </message>
    <message>
        <source>Right without the image for at least half of the blind runs, before</source>
        <translation>블라인드 실행의 절반 이상이 이미지 없이 맞힘, 이전</translation>
    </message>
    <message>
        <source>Right without the image for at least half of the blind runs, after</source>
        <translation>블라인드 실행의 절반 이상이 이미지 없이 맞힘, 이후</translation>
    </message>
    <message>
        <source>Right without the image</source>
        <translation>이미지 없이 맞힘</translation>
    </message>
    <message>
        <source>Discrimination above the critical value, before</source>
        <translation>임계값을 넘는 변별도, 이전</translation>
    </message>
    <message>
        <source>Discrimination above the critical value, after</source>
        <translation>임계값을 넘는 변별도, 이후</translation>
    </message>
    <message>
        <source>critical %1 (%2 models)</source>
        <translation>임계값 %1 (모델 %2개)</translation>
    </message>
    <message>
        <source>Mean point-biserial</source>
        <translation>평균 점이연 상관</translation>
    </message>
    <message>
        <source>chance %1</source>
        <translation>우연 %1</translation>
    </message>
    <message>
        <source>Unread before</source>
        <translation>이전 판독 불가</translation>
    </message>
    <message>
        <source>Replies in which no answer could be read; they score 0</source>
        <translation>답을 읽어 낼 수 없는 응답. 0점으로 계산됩니다</translation>
    </message>
    <message>
        <source>Unread after</source>
        <translation>이후 판독 불가</translation>
    </message>
    <message numerus="yes">
        <source>Common to %n models, after</source>
        <translation>
            <numerusform>모델 %n개 공통, 이후</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Common to %n models</source>
        <translation>
            <numerusform>모델 %n개 공통</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Over %Ln samples that all models of this ranking answered</source>
        <translation>
            <numerusform>이 순위의 모든 모델이 답한 샘플 %Ln개 기준</numerusform>
        </translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>순위표</translation>
    </message>
    <message>
        <source>Models are ranked together over the samples that all of them answered; opens these</source>
        <translation>모두가 답한 샘플로 함께 순위를 매깁니다. 그 샘플을 엽니다</translation>
    </message>
    <message>
        <source>Not ranked: too few samples in common with the others</source>
        <translation>순위 없음: 다른 모델과 공통인 샘플이 너무 적음</translation>
    </message>
    <message>
        <source>%1 over %2 in common, %3 after</source>
        <translation>%1, 공통 %2, 이후 %3개</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>모델 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Opens the samples that all models of this ranking answered</source>
        <translation>이 순위의 모든 모델이 답한 샘플을 엽니다</translation>
    </message>
    <message>
        <source>Within noise: it cannot be told from %1, which it passes</source>
        <translation>오차 범위 안: 앞지르거나 뒤처진 %1와(과) 구별되지 않습니다</translation>
    </message>
    <message>
        <source>Passes %1; %2 of them can be told from it</source>
        <translation>%1와(과) 순서가 바뀌었고, 그중 %2개와 구별됩니다</translation>
    </message>
    <message>
        <source>(noise)</source>
        <translation>(오차)</translation>
    </message>
    <message>
        <source>Dataset and what is kept</source>
        <translation>데이터셋과 유지 기준</translation>
    </message>
</context>
<context>
    <name>winnow::InsightsCost</name>
    <message>
        <source>Seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>미국 달러</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>What an evaluation takes</source>
        <translation>평가에 드는 것</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>세는 것</translation>
    </message>
    <message>
        <source>GPU hours of a model for 1,000 samples</source>
        <translation>모델 하나가 샘플 1,000개에 쓰는 GPU 시간</translation>
    </message>
    <message>
        <source>as recorded</source>
        <translation>기록된 대로</translation>
    </message>
    <message>
        <source>GPU hours of the whole development</source>
        <translation>개발 전체의 GPU 시간</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>입력 안 함</translation>
    </message>
    <message>
        <source>Share of the development&apos;s compute</source>
        <translation>개발 연산 중 평가의 몫</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>recorded for %1 of %2 samples</source>
        <translation>샘플 %2개 중 %1개에 기록됨</translation>
    </message>
    <message>
        <source>All models together: %1 before, %2 after (%3), one attempt a sample.</source>
        <translation>모든 모델 합계: 이전 %1, 이후 %2 (%3). 샘플마다 시도 1회 기준.</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>%1 절약</translation>
    </message>
    <message>
        <source>Nothing of this was recorded</source>
        <translation>기록된 것이 없습니다</translation>
    </message>
    <message>
        <source>Import responses whose files say how long each took, what it cost or how many tokens it had.</source>
        <translation>걸린 시간, 비용 또는 토큰 수가 적힌 응답 파일을 가져오세요.</translation>
    </message>
    <message>
        <source>Enter the GPU hours that a model takes for 1,000 samples, or import responses that say how long each took.</source>
        <translation>모델 하나가 샘플 1,000개에 쓰는 GPU 시간을 입력하거나, 걸린 시간이 적힌 응답을 가져오세요.</translation>
    </message>
    <message>
        <source>One evaluation of all models takes %1 GPU hours before and %2 after.</source>
        <translation>모든 모델을 한 번 평가하면 이전에는 GPU %1시간, 이후에는 %2시간이 듭니다.</translation>
    </message>
    <message>
        <source>These are the recorded seconds, taken as those of one GPU.</source>
        <translation>기록된 초를 GPU 하나의 시간으로 본 값입니다.</translation>
    </message>
    <message>
        <source>Of the development&apos;s %1 GPU hours that is %2 before and %3 after.</source>
        <translation>개발 전체 GPU %1시간 중 이전 %2, 이후 %3입니다.</translation>
    </message>
    <message>
        <source>Enter the GPU hours of the whole development to see evaluation&apos;s share of them.</source>
        <translation>개발 전체의 GPU 시간을 입력하면 평가의 몫이 보입니다.</translation>
    </message>
</context>
<context>
    <name>winnow::InsightsFormat</name>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Multiple choice against open-ended and circular</source>
        <translation>객관식 대 주관식과 순환</translation>
    </message>
    <message>
        <source>Multiple choice, above guessing</source>
        <translation>객관식, 추측 보정</translation>
    </message>
    <message>
        <source>Otherwise, above guessing</source>
        <translation>다른 형식, 추측 보정</translation>
    </message>
    <message>
        <source>Open-ended</source>
        <translation>주관식</translation>
    </message>
    <message>
        <source>Circular: right in every rotation</source>
        <translation>순환: 모든 회전에서 정답</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 as multiple choice, %3 %4, over %Ln samples</source>
        <translation>
            <numerusform>%1: 객관식 %2, %4 %3, 샘플 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>in every rotation</source>
        <translation>모든 회전에서</translation>
    </message>
    <message>
        <source>open-ended</source>
        <translation>주관식으로</translation>
    </message>
    <message>
        <source>%1: answered in every rotation</source>
        <translation>%1: 모든 회전에서 답함</translation>
    </message>
    <message>
        <source>%1: answered as multiple choice and openly</source>
        <translation>%1: 객관식과 주관식으로 답함</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>차이 없음</translation>
    </message>
    <message>
        <source>Formats need the same samples both ways</source>
        <translation>형식 비교에는 두 형식의 같은 샘플이 필요합니다</translation>
    </message>
    <message>
        <source>Import a model&apos;s responses without the options (condition open_ended) or with rotated ones (condition circular) beside its standard responses.</source>
        <translation>표준 응답과 함께, 선택지 없이 답한 응답(open_ended 조건)이나 선택지를 회전한 응답(circular 조건)을 가져오세요.</translation>
    </message>
    <message>
        <source>One point a model over the multiple-choice samples that it answered both ways, before the policy; 0% is what guessing gets, 100% is all right. Below the line the options help.</source>
        <translation>두 형식으로 답한 객관식 샘플에 대해 모델마다 점 하나이며, 정책 적용 전입니다. 0%는 추측, 100%는 모두 정답입니다. 선 아래면 선택지가 도움이 된 것입니다.</translation>
    </message>
</context>
<context>
    <name>winnow::InsightsImage</name>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Blind rate</source>
        <translation>블라인드 정답률</translation>
    </message>
    <message>
        <source>Blind models that are right</source>
        <translation>맞힌 블라인드 모델 수</translation>
    </message>
    <message>
        <source>Blind rate by capability</source>
        <translation>능력별 블라인드 정답률</translation>
    </message>
    <message>
        <source>Vision gain by capability</source>
        <translation>능력별 시각 이득</translation>
    </message>
    <message>
        <source>The blind rate needs blind responses</source>
        <translation>블라인드 정답률에는 블라인드 응답이 필요합니다</translation>
    </message>
    <message>
        <source>Import responses of models that did not see the image (condition blind).</source>
        <translation>이미지를 보지 않은 모델의 응답(블라인드 조건)을 가져오세요.</translation>
    </message>
    <message>
        <source>Mean score of the blind runs. A mark opens the samples that at least half of them get right.</source>
        <translation>블라인드 실행의 평균 점수. 표식을 누르면 절반 이상이 맞힌 샘플이 열립니다.</translation>
    </message>
    <message>
        <source>A count needs two blind models</source>
        <translation>개수에는 블라인드 모델 2개가 필요합니다</translation>
    </message>
    <message>
        <source>Import the responses of at least two models that did not see the image.</source>
        <translation>이미지를 보지 않은 모델 2개 이상의 응답을 가져오세요.</translation>
    </message>
    <message>
        <source>by guessing %1</source>
        <translation>추측 시 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n blind models are right</source>
        <translation>
            <numerusform>블라인드 모델 %n개가 맞힘</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the samples that all %1 answered, %2 are right for at least half (the line); by guessing alone it would be %3.</source>
        <translation>%1가 모두 답한 샘플 중 절반 이상(선)이 맞힌 것은 %2개이며, 추측만으로는 %3개입니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n blind models</source>
        <translation>
            <numerusform>블라인드 모델 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>능력</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>Guessing before</source>
        <translation>이전 추측</translation>
    </message>
    <message>
        <source>Guessing after</source>
        <translation>이후 추측</translation>
    </message>
    <message>
        <source>n before</source>
        <translation>이전 n</translation>
    </message>
    <message>
        <source>n after</source>
        <translation>이후 n</translation>
    </message>
    <message>
        <source>Percentage points</source>
        <translation>퍼센트포인트</translation>
    </message>
    <message>
        <source>%1: %2
95% interval %3 to %4
n = %5</source>
        <translation>%1: %2
95% 구간 %3 ~ %4
n = %5</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(없음)</translation>
    </message>
    <message>
        <source>%1: right without the image for at least half of the blind runs</source>
        <translation>%1: 블라인드 실행의 절반 이상이 이미지 없이 맞힘</translation>
    </message>
    <message>
        <source>%1, before</source>
        <translation>%1, 이전</translation>
    </message>
    <message>
        <source>%1, after</source>
        <translation>%1, 이후</translation>
    </message>
    <message>
        <source>guessing %1</source>
        <translation>추측 %1</translation>
    </message>
    <message>
        <source>The gain needs a model both ways</source>
        <translation>이득에는 두 조건의 같은 모델이 필요합니다</translation>
    </message>
    <message>
        <source>Import the responses of one model with the image and without it (condition blind).</source>
        <translation>한 모델이 이미지를 보고 답한 응답과 보지 않고 답한 응답(blind 조건)을 가져오세요.</translation>
    </message>
    <message>
        <source>Mean score of the blind runs with its 95% interval.</source>
        <translation>블라인드 실행의 평균 점수와 95% 구간.</translation>
    </message>
    <message>
        <source>Score with the image less without it, in points: the mean over the models that have both. After: the samples that the policy keeps as they are.</source>
        <translation>이미지가 있을 때의 점수에서 없을 때의 점수를 뺀 값(퍼센트포인트)을 두 조건이 모두 있는 모델에 대해 평균했습니다. 이후: 정책이 그대로 유지하는 샘플.</translation>
    </message>
</context>
<context>
    <name>winnow::InsightsItems</name>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Discrimination</source>
        <translation>변별도</translation>
    </message>
    <message>
        <source>Discrimination of the samples</source>
        <translation>샘플의 변별도</translation>
    </message>
    <message>
        <source>Spread of the models</source>
        <translation>모델의 퍼짐</translation>
    </message>
    <message>
        <source>Discrimination needs at least 3 models</source>
        <translation>변별도에는 모델이 3개 이상 필요합니다</translation>
    </message>
    <message>
        <source>It tells how well a sample tells strong from weak models; there are %1 so far.</source>
        <translation>샘플이 강한 모델과 약한 모델을 얼마나 잘 가르는지 나타냅니다. 지금은 %1개입니다.</translation>
    </message>
    <message>
        <source>Mean over samples of the correlation of right with the models&apos; ability. Below the critical value one sample alone tells nothing.</source>
        <translation>정답 여부와 모델 능력 사이 상관의 샘플 평균. 임계값보다 낮으면 샘플 하나로는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Point-biserial r</source>
        <translation>점이연 r</translation>
    </message>
    <message>
        <source>no relation</source>
        <translation>관계 없음</translation>
    </message>
    <message>
        <source>Discrimination from %1 to %2</source>
        <translation>변별도 %1 ~ %2</translation>
    </message>
    <message>
        <source>From %1 on a sample tells strong from weak models by more than chance (%2, two-sided, .05): %3 of %4 do.</source>
        <translation>%1부터 샘플은 강한 모델과 약한 모델을 우연 이상으로 가릅니다(%2, 양측, .05). %4개 중 %3개가 그렇습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>모델 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>능력</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Least before</source>
        <translation>이전 최저</translation>
    </message>
    <message>
        <source>Most before</source>
        <translation>이전 최고</translation>
    </message>
    <message>
        <source>sd before</source>
        <translation>이전 표준편차</translation>
    </message>
    <message>
        <source>Percentage points</source>
        <translation>퍼센트포인트</translation>
    </message>
    <message>
        <source>Least after</source>
        <translation>이후 최저</translation>
    </message>
    <message>
        <source>Most after</source>
        <translation>이후 최고</translation>
    </message>
    <message>
        <source>sd after</source>
        <translation>이후 표준편차</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(없음)</translation>
    </message>
    <message>
        <source>%1: mean %2, from %3 to %4, sd %5 points
%6 over %7 samples</source>
        <translation>%1: 평균 %2, %3 ~ %4, 표준편차 %5%p
%6, 샘플 %7개</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>sd</source>
        <translation>표준편차</translation>
    </message>
    <message>
        <source>Spread needs two models</source>
        <translation>퍼짐에는 모델 2개가 필요합니다</translation>
    </message>
    <message>
        <source>Import the responses of at least two models to the same samples of a capability.</source>
        <translation>한 능력의 같은 샘플에 대한 모델 2개 이상의 응답을 가져오세요.</translation>
    </message>
    <message>
        <source>From the weakest to the strongest model, with their mean, over the samples that all of them answered; at the right the standard deviation in points. A set that cannot spread models cannot rank them.</source>
        <translation>모두가 답한 샘플에서 가장 약한 모델부터 가장 강한 모델까지와 평균이며, 오른쪽은 표준편차(퍼센트포인트)입니다. 모델을 벌려 놓지 못하는 벤치마크는 순위도 매기지 못합니다.</translation>
    </message>
</context>
<context>
    <name>winnow::InsightsModels</name>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Accuracy and rank of the models</source>
        <translation>모델의 정확도와 순위</translation>
    </message>
    <message>
        <source>Order of the models</source>
        <translation>모델 순서</translation>
    </message>
    <message>
        <source>Accuracy before against after</source>
        <translation>이전과 이후의 정확도</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>순위</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>What the lines show</source>
        <translation>선이 나타내는 것</translation>
    </message>
    <message>
        <source>Accuracy needs responses</source>
        <translation>정확도에는 응답이 필요합니다</translation>
    </message>
    <message>
        <source>Import what the models answered, one file or one column a model, to see how the policy changes their accuracy and rank.</source>
        <translation>모델의 답(모델마다 파일 하나 또는 열 하나)을 가져오면 정책이 정확도와 순위를 어떻게 바꾸는지 보입니다.</translation>
    </message>
    <message>
        <source>Models are ranked over the samples that all of them answered, at least half of what the fullest one did; a missing response is not wrong. Guessing would get %1. Lines are 95% intervals. Choose a model to see its samples.</source>
        <translation>모두가 답한 샘플로 순위를 매기며, 가장 많이 답한 모델의 절반 이상입니다. 누락은 오답이 아닙니다. 추측하면 %1입니다. 선은 95% 구간입니다. 모델을 고르면 샘플이 열립니다.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>An order needs two models</source>
        <translation>순서에는 모델 2개가 필요합니다</translation>
    </message>
    <message>
        <source>Import the responses of at least two models to the same samples.</source>
        <translation>같은 샘플에 대한 모델 2개 이상의 응답을 가져오세요.</translation>
    </message>
    <message numerus="yes">
        <source>The largest ranking, %n models.</source>
        <translation>
            <numerusform>가장 큰 순위, 모델 %n개.</numerusform>
        </translation>
    </message>
    <message>
        <source>No model passes another.</source>
        <translation>순서가 바뀐 모델이 없습니다.</translation>
    </message>
    <message>
        <source>%1 of the models pass another; for %2 of them this is within noise: over the cleaned samples none of those they pass can be told from them (paired, clustered by image, p ≥ .05 after Holm). Their lines are muted.</source>
        <translation>모델 %1개의 순서가 바뀌었고, 그중 %2개는 오차 범위 안입니다. 정제된 샘플에서 자리를 바꾼 모델과 구별되지 않습니다(대응 비교, 이미지별 군집, Holm 보정 후 p ≥ .05). 그 선은 흐리게 그렸습니다.</translation>
    </message>
    <message>
        <source>Accuracy before</source>
        <translation>이전 정확도</translation>
    </message>
    <message>
        <source>Accuracy after</source>
        <translation>이후 정확도</translation>
    </message>
    <message>
        <source>Order kept</source>
        <translation>순서 유지</translation>
    </message>
    <message>
        <source>Rank change within noise</source>
        <translation>오차 범위 안의 순위 변화</translation>
    </message>
    <message>
        <source>Rank change</source>
        <translation>순위 변화</translation>
    </message>
    <message>
        <source>after = before</source>
        <translation>이후 = 이전</translation>
    </message>
    <message>
        <source>No model has answered a sample that the policy keeps.</source>
        <translation>정책이 유지하는 샘플에 답한 모델이 없습니다.</translation>
    </message>
    <message>
        <source>Above the line a model does better on the cleaned samples.</source>
        <translation>선 위에 있으면 정제된 샘플에서 더 잘합니다.</translation>
    </message>
</context>
<context>
    <name>winnow::InsightsPage</name>
    <message>
        <source>Insights</source>
        <translation>통찰</translation>
    </message>
    <message>
        <source>Samples kept</source>
        <translation>유지한 샘플</translation>
    </message>
    <message>
        <source>Order of the models</source>
        <translation>모델 순서</translation>
    </message>
    <message>
        <source>Right without the image</source>
        <translation>이미지 없이 맞힘</translation>
    </message>
    <message>
        <source>Discrimination</source>
        <translation>변별도</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Dropped by the policy %1</source>
        <translation>정책 %1(으)로 제외</translation>
    </message>
    <message>
        <source>Kept, and right without the image for half of the blind runs</source>
        <translation>유지했고 블라인드 실행의 절반이 맞힘</translation>
    </message>
    <message>
        <source>Kept, and discrimination above the critical value</source>
        <translation>유지했고 변별도가 임계값 이상</translation>
    </message>
    <message>
        <source>Comparing before and after</source>
        <translation>이전과 이후 비교 중</translation>
    </message>
    <message>
        <source>All datasets</source>
        <translation>모든 데이터셋</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>%1 · %2 dropped, %3 changed</source>
        <translation>%1 · 제외 %2, 변경 %3</translation>
    </message>
    <message>
        <source>τ %1</source>
        <translation>τ %1</translation>
    </message>
    <message>
        <source>Needs blind responses</source>
        <translation>블라인드 응답이 필요합니다</translation>
    </message>
    <message>
        <source>Needs at least 3 models</source>
        <translation>모델이 3개 이상 필요합니다</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>아직 비교할 것이 없습니다</translation>
    </message>
    <message>
        <source>Import a benchmark and what the models answered; this page then shows what cleaning does to its composition and to every model&apos;s rank.</source>
        <translation>벤치마크와 모델의 답을 가져오면 정제가 구성과 모델 순위에 미치는 영향을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Import a benchmark</source>
        <translation>벤치마크 가져오기</translation>
    </message>
    <message>
        <source>Behind the order of the models</source>
        <translation>모델 순위를 바꾸는 샘플</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n models change rank</source>
        <translation>
            <numerusform>모델 %n개 중 %1개의 순위가 바뀜</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs two models that answered the same samples</source>
        <translation>같은 샘플에 답한 모델 둘이 필요합니다</translation>
    </message>
    <message>
        <source>Spearman %1 · %2</source>
        <translation>스피어먼 %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n rankings of models with samples in common</source>
        <translation>
            <numerusform>공통 샘플이 있는 모델 순위 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Opens the samples that can move a model past another: %Ln are dropped or scored anew, and not alike for all models</source>
        <translation>
            <numerusform>모델의 순위를 바꿀 수 있는 샘플을 엽니다. %Ln개가 제외되거나 다시 채점되며 모델마다 다릅니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mean of blind runs · most get %Ln kept samples right</source>
        <translation>
            <numerusform>블라인드 실행 평균 · 유지 샘플 %Ln개를 다수가 맞힘</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Critical value %1 with %2 models · %Ln kept samples reach it</source>
        <translation>
            <numerusform>모델 %2개일 때 임계값 %1 · 유지 샘플 %Ln개가 도달</numerusform>
        </translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>능력</translation>
    </message>
    <message>
        <source>All capabilities</source>
        <translation>모든 능력</translation>
    </message>
    <message>
        <source>Model families</source>
        <translation>모델 계열</translation>
    </message>
    <message>
        <source>All model families</source>
        <translation>모든 모델 계열</translation>
    </message>
    <message>
        <source>Beside it: nothing</source>
        <translation>나란히: 없음</translation>
    </message>
    <message>
        <source>Beside it: %1</source>
        <translation>나란히: %1</translation>
    </message>
    <message>
        <source>Another policy or a subset beside it</source>
        <translation>나란히 볼 다른 정책이나 부분집합</translation>
    </message>
    <message>
        <source>Shows what another policy or a subset would keep, without choosing it</source>
        <translation>다른 정책이나 부분집합이 무엇을 유지하는지, 선택하지 않고 보여 줍니다</translation>
    </message>
    <message>
        <source>Beside it: subset %1 (%2)</source>
        <translation>나란히: 부분집합 %1(%2)</translation>
    </message>
    <message>
        <source>There is no subset “%1” any more</source>
        <translation>부분집합 “%1”이(가) 더 이상 없습니다</translation>
    </message>
</context>
<context>
    <name>winnow::InsightsTabs</name>
    <message>
        <source>Parts of Insights</source>
        <translation>통찰의 부분</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>전후 비교</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>격차</translation>
    </message>
</context>
<context>
    <name>winnow::InsightsWhatIf</name>
    <message>
        <source>What if</source>
        <translation>가정</translation>
    </message>
    <message>
        <source>%1: %2 of %3 samples stay, blind rate %4, discrimination %5.</source>
        <translation>%1: 샘플 %3개 중 %2개가 남고, 블라인드 정답률 %4, 변별도 %5.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Percentage points</source>
        <translation>퍼센트포인트</translation>
    </message>
    <message>
        <source>Rank before</source>
        <translation>이전 순위</translation>
    </message>
    <message>
        <source>Rank: %1</source>
        <translation>순위: %1</translation>
    </message>
    <message>
        <source>%1, %2: %3
95% interval %4 to %5
n = %6</source>
        <translation>%1, %2: %3
95% 구간 %4 ~ %5
n = %6</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>순위</translation>
    </message>
    <message>
        <source>Accuracy needs responses</source>
        <translation>정확도에는 응답이 필요합니다</translation>
    </message>
    <message>
        <source>Import what the models answered, one file or one column a model.</source>
        <translation>모델의 답(모델마다 파일 하나 또는 열 하나)을 가져오세요.</translation>
    </message>
    <message>
        <source>Side by side: what stays and what goes</source>
        <translation>나란히: 남는 것과 빠지는 것</translation>
    </message>
    <message>
        <source>Side by side: accuracy and rank</source>
        <translation>나란히: 정확도와 순위</translation>
    </message>
    <message>
        <source>Accuracy over the samples that each of the two keeps, with 95% intervals; the ranks are those under the first and the second.</source>
        <translation>둘이 각각 유지하는 샘플에 대한 정확도와 95% 구간. 순위는 첫째와 둘째 각각에서의 순위입니다.</translation>
    </message>
</context>
<context>
    <name>winnow::JobBar</name>
    <message>
        <source>Stop this job</source>
        <translation>이 작업 중지</translation>
    </message>
    <message>
        <source>%1: stopping</source>
        <translation>%1: 중지하는 중</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>(%n개 더)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
</context>
<context>
    <name>winnow::KeyMapModel</name>
    <message>
        <source>Page</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>하는 일</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
</context>
<context>
    <name>winnow::KeyOverlay</name>
    <message>
        <source>Keys of this page</source>
        <translation>이 페이지의 키</translation>
    </message>
</context>
<context>
    <name>winnow::KeysPreferences</name>
    <message>
        <source>Everywhere</source>
        <translation>모든 페이지</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>이 키 사용</translation>
    </message>
    <message>
        <source>The usual keys</source>
        <translation>기본 키</translation>
    </message>
    <message>
        <source>All as usual</source>
        <translation>모두 기본값으로</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>명령과 키 검색</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>새 키를 누르십시오</translation>
    </message>
    <message>
        <source>Choose a command</source>
        <translation>명령을 고르십시오</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>거기서 가져오기</translation>
    </message>
    <message>
        <source>Press the new key in the field. It takes the place of all keys of the command.</source>
        <translation>칸에서 새 키를 누르십시오. 그 명령의 모든 키를 대신합니다.</translation>
    </message>
    <message>
        <source>%1 does something already that keeps its key (%2: %3).</source>
        <translation>%1 키는 이미 쓰이며 바꿀 수 없습니다 (%2: %3).</translation>
    </message>
    <message>
        <source>%1 does something already (%2: %3), and would no longer do it.</source>
        <translation>%1 키는 이미 쓰이고 있으며 (%2: %3), 더는 그 일을 하지 않게 됩니다.</translation>
    </message>
</context>
<context>
    <name>winnow::LineChart</name>
    <message>
        <source>missing</source>
        <translation>누락</translation>
    </message>
    <message>
        <source>Interval %1 to %2</source>
        <translation>구간 %1 ~ %2</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>계열</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>High</source>
        <translation>상한</translation>
    </message>
</context>
<context>
    <name>winnow::MainWindow</name>
    <message>
        <source>Winnow projects (*.winnow)</source>
        <translation>Winnow 프로젝트 (*.winnow)</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>새 프로젝트</translation>
    </message>
    <message>
        <source>benchmark</source>
        <translation>benchmark</translation>
    </message>
    <message>
        <source>%1 is open in another window, which was asked to come to the front</source>
        <translation>%1은(는) 다른 창에 열려 있으며, 그 창을 앞으로 불렀습니다</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>모든 페이지</translation>
    </message>
    <message>
        <source>Open or make a project first, then drop the files on it</source>
        <translation>먼저 프로젝트를 열거나 만든 뒤 파일을 놓으세요</translation>
    </message>
    <message>
        <source>Changes are not saved</source>
        <translation>변경이 저장되지 않았습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n changes could not be saved.</source>
        <translation>
            <numerusform>변경 %n개를 저장하지 못했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>다른 곳에 저장…</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>저장하지 않고 닫기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>%1(으)로 돌아가기</translation>
    </message>
</context>
<context>
    <name>winnow::MappingButtons</name>
    <message>
        <source>Saved mappings</source>
        <translation>저장된 매핑</translation>
    </message>
    <message>
        <source>Which column is what, and the words for conditions and models, as saved before</source>
        <translation>전에 저장한 열의 의미와 조건·모델 이름을 씁니다</translation>
    </message>
    <message>
        <source>Save mapping…</source>
        <translation>매핑 저장…</translation>
    </message>
    <message>
        <source>Keeps it under a name for other files and other people</source>
        <translation>다른 파일이나 다른 사람이 쓸 수 있게 이름을 붙여 저장합니다</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>파일에서…</translation>
    </message>
    <message>
        <source>Open a mapping</source>
        <translation>매핑 열기</translation>
    </message>
    <message>
        <source>Mappings (*.json)</source>
        <translation>매핑 (*.json)</translation>
    </message>
    <message>
        <source>Guess anew</source>
        <translation>다시 추측</translation>
    </message>
    <message>
        <source>Save the mapping</source>
        <translation>매핑 저장</translation>
    </message>
</context>
<context>
    <name>winnow::MappingForm</name>
    <message>
        <source>(none)</source>
        <translation>(없음)</translation>
    </message>
    <message>
        <source>What the file calls conditions</source>
        <translation>파일에서 조건을 부르는 이름</translation>
    </message>
    <message>
        <source>not known: kept as the setting of the run, unless you choose</source>
        <translation>알 수 없는 이름: 고르지 않으면 실행 설정으로 남음</translation>
    </message>
</context>
<context>
    <name>winnow::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>메시지 닫기</translation>
    </message>
</context>
<context>
    <name>winnow::ModelNamesForm</name>
    <message>
        <source>What the file calls models</source>
        <translation>파일에서 모델을 부르는 이름</translation>
    </message>
</context>
<context>
    <name>winnow::ModelNumber</name>
    <message>
        <source>after</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>응답함</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>누락</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>판독 불가</translation>
    </message>
    <message>
        <source>%1: answered</source>
        <translation>%1: 답함</translation>
    </message>
    <message>
        <source>Right: %1</source>
        <translation>정답: %1</translation>
    </message>
    <message>
        <source>right</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Wrong: %1</source>
        <translation>오답: %1</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>오답</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>누락: %1</translation>
    </message>
    <message>
        <source>Unread: %1</source>
        <translation>판독 불가: %1</translation>
    </message>
    <message>
        <source>%1: answered, but not by all, %2</source>
        <translation>%1: 답했지만 모두는 아님, %2</translation>
    </message>
    <message>
        <source>Answered, but not by all: %1</source>
        <translation>답했지만 모두는 아님: %1</translation>
    </message>
</context>
<context>
    <name>winnow::ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Counting models</source>
        <translation>모델 집계 중</translation>
    </message>
    <message>
        <source>No model has answered yet</source>
        <translation>아직 응답한 모델이 없습니다</translation>
    </message>
    <message>
        <source>Import what the models answered, one file or one column a model, to see how they did.</source>
        <translation>모델의 응답을 가져오면(모델마다 파일 하나 또는 열 하나) 결과를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Import responses</source>
        <translation>응답 가져오기</translation>
    </message>
    <message>
        <source>All datasets</source>
        <translation>모든 데이터셋</translation>
    </message>
    <message>
        <source>All conditions</source>
        <translation>모든 조건</translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs</source>
        <translation>
            <numerusform>실행 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>능력</translation>
    </message>
    <message>
        <source>All capabilities</source>
        <translation>모든 능력</translation>
    </message>
    <message>
        <source>Each capability</source>
        <translation>능력마다</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln줄</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::ModelsTable</name>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>능력</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Opens what was right and wrong</source>
        <translation>정답과 오답을 엽니다</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95% 구간</translation>
    </message>
    <message>
        <source>Questions about one image count as one where they go together</source>
        <translation>한 이미지에 대한 질문은 함께 움직이는 만큼 하나로 셉니다</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>우연 수준</translation>
    </message>
    <message>
        <source>What guessing scores on the same samples</source>
        <translation>같은 샘플에서 찍었을 때의 점수</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Samples with a score</source>
        <translation>점수가 있는 샘플</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>누락</translation>
    </message>
    <message>
        <source>No reply; not in n</source>
        <translation>응답 없음; n에 들지 않음</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>판독 불가</translation>
    </message>
    <message>
        <source>Replies in which no answer could be read; they score 0</source>
        <translation>답을 읽어 낼 수 없는 응답. 0점으로 계산됩니다</translation>
    </message>
    <message>
        <source>Per row</source>
        <translation>행별</translation>
    </message>
    <message>
        <source>Circular: share of all rotated rows that are right</source>
        <translation>순환: 회전한 모든 행 중 정답 비율</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>블라인드</translation>
    </message>
    <message>
        <source>Accuracy without the image</source>
        <translation>이미지 없는 정확도</translation>
    </message>
    <message>
        <source>Vision gain</source>
        <translation>시각 이득</translation>
    </message>
    <message>
        <source>Accuracy with the image less accuracy without, over the same samples</source>
        <translation>같은 샘플에서 이미지가 있을 때와 없을 때의 정확도 차이</translation>
    </message>
    <message>
        <source>Leakage</source>
        <translation>누출</translation>
    </message>
    <message>
        <source>Blind accuracy beyond that of the language model alone</source>
        <translation>언어 모델만의 정확도를 넘는 블라인드 정확도</translation>
    </message>
    <message>
        <source>Answers blind</source>
        <translation>블라인드 응답률</translation>
    </message>
    <message>
        <source>Share of the replies without the image that give an answer instead of declining</source>
        <translation>이미지 없는 응답 중 거절하지 않고 답한 비율</translation>
    </message>
    <message>
        <source>As sighted</source>
        <translation>이미지와 같은 답</translation>
    </message>
    <message>
        <source>Share of these answers that are the answer with the image</source>
        <translation>그 답 중 이미지가 있을 때와 같은 답의 비율</translation>
    </message>
    <message>
        <source>RStd</source>
        <translation>RStd</translation>
    </message>
    <message>
        <source>Position bias: standard deviation of the recall by letter, in points</source>
        <translation>위치 편향: 글자별 재현율의 표준편차(점)</translation>
    </message>
    <message>
        <source>Open-ended</source>
        <translation>주관식</translation>
    </message>
    <message>
        <source>Accuracy on the same samples without options</source>
        <translation>같은 샘플을 보기 없이 물었을 때의 정확도</translation>
    </message>
    <message>
        <source>MCQ, corrected</source>
        <translation>객관식(우연 보정)</translation>
    </message>
    <message>
        <source>Multiple-choice accuracy with chance taken out, over the samples that were also asked openly</source>
        <translation>주관식으로도 물은 샘플에서 우연을 뺀 객관식 정확도</translation>
    </message>
    <message>
        <source>Circular</source>
        <translation>순환</translation>
    </message>
    <message>
        <source>Right in every rotation of the options, of the same samples</source>
        <translation>같은 샘플에서 보기의 모든 회전에 정답인 비율</translation>
    </message>
    <message>
        <source>Success@1</source>
        <translation>Success@1</translation>
    </message>
    <message>
        <source>Mean over attempts</source>
        <translation>시도 평균</translation>
    </message>
    <message>
        <source>Success@K</source>
        <translation>Success@K</translation>
    </message>
    <message>
        <source>Right in at least one of K attempts, unbiased</source>
        <translation>K번 중 한 번 이상 정답(불편 추정)</translation>
    </message>
    <message>
        <source>All of K</source>
        <translation>K번 모두</translation>
    </message>
    <message>
        <source>Right in all of K attempts</source>
        <translation>K번 모두 정답</translation>
    </message>
    <message>
        <source>K</source>
        <translation>K</translation>
    </message>
    <message>
        <source>Attempts that at least half of the samples have</source>
        <translation>샘플의 절반 이상이 가진 시도 수</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>US dollars for one attempt at every sample</source>
        <translation>모든 샘플을 한 번 시도하는 비용(미국 달러)</translation>
    </message>
    <message>
        <source>Median s</source>
        <translation>중앙값 초</translation>
    </message>
    <message>
        <source>Seconds a response took</source>
        <translation>응답에 걸린 초</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>출력 토큰</translation>
    </message>
    <message>
        <source>Mean of a response</source>
        <translation>응답 하나의 평균</translation>
    </message>
    <message>
        <source>95% interval %1 to %2, n %3</source>
        <translation>95% 구간 %1~%2, n %3</translation>
    </message>
    <message>
        <source>%1 points, 95% interval %2 to %3, over %4 samples</source>
        <translation>%1점, 95% 구간 %2~%3, 샘플 %4개</translation>
    </message>
    <message>
        <source>Multiple choice %1 on the same samples: %2</source>
        <translation>같은 샘플의 객관식 %1: %2</translation>
    </message>
    <message>
        <source>%1 samples with at least %2 attempts</source>
        <translation>%2번 이상 시도한 샘플 %1개</translation>
    </message>
</context>
<context>
    <name>winnow::NavRail</name>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
</context>
<context>
    <name>winnow::OptionLines</name>
    <message>
        <source>Options</source>
        <translation>보기</translation>
    </message>
    <message numerus="yes">
        <source>%n votes</source>
        <translation>
            <numerusform>%n표</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blind votes</source>
        <translation>
            <numerusform>블라인드 %n표</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::OptionVotes</name>
    <message>
        <source>gold</source>
        <translation>정답</translation>
    </message>
    <message numerus="yes">
        <source>%n votes</source>
        <translation>
            <numerusform>%n표</numerusform>
        </translation>
    </message>
    <message>
        <source>Options</source>
        <translation>보기</translation>
    </message>
</context>
<context>
    <name>winnow::OptionsPanel</name>
    <message>
        <source>gold</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>new gold</source>
        <translation>새 정답</translation>
    </message>
    <message>
        <source>was gold</source>
        <translation>이전 정답</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>인정</translation>
    </message>
    <message>
        <source>right</source>
        <translation>정답</translation>
    </message>
    <message numerus="yes">
        <source>, %n missing</source>
        <translation>
            <numerusform>, 누락 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n other</source>
        <translation>
            <numerusform>, 기타 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>표준</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>블라인드</translation>
    </message>
    <message>
        <source>Hint: %1</source>
        <translation>힌트: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>메모: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n models</source>
        <translation>
            <numerusform>%1: 모델 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asked twice</source>
        <translation>
            <numerusform>%n개는 두 번 질문함</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asked several times</source>
        <translation>
            <numerusform>%n개는 여러 번 질문함</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, one vote each; %2</source>
        <translation>%1, 모델마다 한 표; %2</translation>
    </message>
    <message>
        <source>A step of %1</source>
        <translation>%1의 단계</translation>
    </message>
    <message>
        <source>Step “%1” of %2</source>
        <translation>%2의 단계 “%1”</translation>
    </message>
    <message>
        <source>(not in the project)</source>
        <translation>(프로젝트에 없음)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Steps: %1</source>
        <translation>단계: %1</translation>
    </message>
</context>
<context>
    <name>winnow::OverviewModel</name>
    <message>
        <source>Under the policy &quot;%1&quot;</source>
        <translation>정책 &quot;%1&quot; 적용</translation>
    </message>
    <message>
        <source>Dataset and capability</source>
        <translation>데이터셋과 능력</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Conditions covered</source>
        <translation>다룬 조건</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>플래그됨</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>검토됨</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>(no capability)</source>
        <translation>(능력 없음)</translation>
    </message>
    <message>
        <source>no responses</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>Flagged samples on which people decided: every flag, or the sample as a whole</source>
        <translation>사람이 결정한 플래그된 샘플: 모든 플래그, 또는 샘플 전체</translation>
    </message>
    <message>
        <source>Kept by &quot;%1&quot;</source>
        <translation>&quot;%1&quot;이(가) 유지</translation>
    </message>
    <message>
        <source>Answered by a model</source>
        <translation>모델이 답한 샘플</translation>
    </message>
    <message>
        <source>%1: answered by a model</source>
        <translation>%1: 모델이 답한 샘플</translation>
    </message>
</context>
<context>
    <name>winnow::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>An empty project</source>
        <translation>빈 프로젝트</translation>
    </message>
    <message>
        <source>Import a benchmark to begin: a VLMEvalKit TSV, JSON, JSONL or CSV file. Files can be dropped anywhere in the window.</source>
        <translation>벤치마크를 가져와 시작하세요: VLMEvalKit TSV, JSON, JSONL, CSV 파일. 창 어디에나 파일을 놓을 수 있습니다.</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>파일 가져오기</translation>
    </message>
    <message>
        <source>This is a generated benchmark: pictures, questions and model responses are simulated.</source>
        <translation>생성된 벤치마크입니다. 그림, 질문, 모델 응답은 모두 시뮬레이션입니다.</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>다음에 할 일</translation>
    </message>
    <message>
        <source>Datasets and capabilities</source>
        <translation>데이터셋과 능력</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>플래그됨</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>검토됨</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>유지</translation>
    </message>
    <message numerus="yes">
        <source>in %n datasets</source>
        <translation>
            <numerusform>데이터셋 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>none missing</source>
        <translation>모두 있음</translation>
    </message>
    <message>
        <source>Review the flagged samples</source>
        <translation>플래그된 샘플 검토</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>Run the audits</source>
        <translation>감사 실행</translation>
    </message>
    <message>
        <source>Find samples that can be answered without the image, are mislabelled or duplicated.</source>
        <translation>이미지 없이 풀리거나 정답이 틀리거나 중복된 샘플을 찾습니다.</translation>
    </message>
    <message>
        <source>Duplicates, malformed options and import damage can be found without responses.</source>
        <translation>중복, 잘못된 보기, 가져오기 손상은 응답 없이도 찾을 수 있습니다.</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>감사</translation>
    </message>
    <message>
        <source>Import model responses</source>
        <translation>모델 응답 가져오기</translation>
    </message>
    <message>
        <source>With the answers your models already gave, Winnow finds wrong labels and samples that measure nothing.</source>
        <translation>모델이 이미 낸 답으로 틀린 정답과 아무것도 재지 못하는 샘플을 찾습니다.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Import blind responses</source>
        <translation>블라인드 응답 가져오기</translation>
    </message>
    <message>
        <source>Answers given without the image show which samples do not need it.</source>
        <translation>이미지 없이 낸 답은 이미지가 필요 없는 샘플을 보여 줍니다.</translation>
    </message>
    <message>
        <source>See what cleaning does</source>
        <translation>정제의 효과 보기</translation>
    </message>
    <message>
        <source>Accuracy and rank of each model before and after the policy &quot;%1&quot;.</source>
        <translation>정책 &quot;%1&quot; 적용 전후 각 모델의 정확도와 순위.</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>통찰</translation>
    </message>
    <message>
        <source>Export what is left</source>
        <translation>남은 샘플 내보내기</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Look through the samples</source>
        <translation>샘플 살펴보기</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>남은 일이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln missing</source>
        <translation>
            <numerusform>%Ln개 누락</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln responses, %1 missing</source>
        <translation>
            <numerusform>응답 %Ln개, %1개 없음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln responses</source>
        <translation>
            <numerusform>응답 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open flags</source>
        <translation>
            <numerusform>열린 플래그 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decisions</source>
        <translation>
            <numerusform>결정 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples, policy &quot;%1&quot;</source>
        <translation>
            <numerusform>샘플 %Ln개, 정책 &quot;%1&quot;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln samples are kept.</source>
        <translation>
            <numerusform>샘플 %Ln개 중 %1개가 남습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n datasets were not audited yet.</source>
        <translation>
            <numerusform>데이터셋 %n개를 아직 감사하지 않았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Run the audits again</source>
        <translation>감사 다시 실행</translation>
    </message>
    <message numerus="yes">
        <source>%n datasets changed after they were audited.</source>
        <translation>
            <numerusform>데이터셋 %n개가 감사한 뒤에 바뀌었습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln flagged samples wait for a person to confirm or override their flags.</source>
        <translation>
            <numerusform>플래그된 샘플 %Ln개가 사람의 확인이나 기각을 기다립니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>편집…</translation>
    </message>
    <message>
        <source>Scoring replies again</source>
        <translation>답을 다시 채점하는 중</translation>
    </message>
    <message>
        <source>Removing a dataset</source>
        <translation>데이터셋 제거 중</translation>
    </message>
    <message>
        <source>The dataset is removed; decisions on its samples stay.</source>
        <translation>데이터셋을 제거했습니다. 그 샘플에 대한 결정은 남습니다.</translation>
    </message>
    <message>
        <source>%1: no score of %2 changed.</source>
        <translation>%1: 점수 %2개 중 바뀐 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1: %2 scores of %3 changed.</source>
        <translation>%1: 점수 %3개 중 %2개가 바뀌었습니다.</translation>
    </message>
    <message>
        <source>The scores from before stay: &quot;winnow-cli rescore --list&quot; shows them.</source>
        <translation>이전 점수는 남습니다. &quot;winnow-cli rescore --list&quot;로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Name, capability, scorer and blind cut-off of each dataset; removing one</source>
        <translation>데이터셋마다 이름, 능력, 채점기, 블라인드 기준을 고치고 데이터셋을 제거합니다</translation>
    </message>
</context>
<context>
    <name>winnow::PolicyDialog</name>
    <message>
        <source>built in</source>
        <translation>기본 제공</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>정책</translation>
    </message>
    <message>
        <source>Use this policy</source>
        <translation>이 정책 쓰기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Overview, Insights and Export look through it</source>
        <translation>개요, 인사이트, 내보내기가 이 정책으로 봅니다</translation>
    </message>
    <message>
        <source>All datasets</source>
        <translation>모든 데이터셋</translation>
    </message>
    <message>
        <source>As for all datasets</source>
        <translation>모든 데이터셋과 같게</translation>
    </message>
    <message>
        <source>The dataset gets no rule of its own for the selected kinds (Delete)</source>
        <translation>고른 종류에 이 데이터셋만의 규칙을 두지 않습니다 (Delete)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>쓰임</translation>
    </message>
    <message>
        <source>Rules of</source>
        <translation>규칙 대상</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Built in: copy it to change it.</source>
        <translation>기본 제공 정책입니다. 바꾸려면 복사하세요.</translation>
    </message>
    <message>
        <source>What people decided goes before these rules. Enter or a click changes a cell.</source>
        <translation>사람의 결정이 이 규칙보다 앞섭니다. Enter나 클릭으로 칸을 바꿉니다.</translation>
    </message>
    <message>
        <source>Rules in bold are this dataset&apos;s own; the others are those of all datasets.</source>
        <translation>굵은 규칙은 이 데이터셋만의 것이고, 나머지는 모든 데이터셋의 것입니다.</translation>
    </message>
    <message>
        <source>The project is read-only: nothing can be saved</source>
        <translation>읽기 전용 프로젝트라 저장할 수 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln samples %1 are kept as they are, %2 dropped, %3 changed.</source>
        <translation>
            <numerusform>샘플 %Ln개 중 %1개는 그대로 유지, %2개는 제외, %3개는 변경됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import a policy</source>
        <translation>정책 가져오기</translation>
    </message>
    <message>
        <source>Policies (*.json);;All files (*)</source>
        <translation>정책 (*.json);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Export the policy</source>
        <translation>정책 내보내기</translation>
    </message>
    <message>
        <source>Policies (*.json)</source>
        <translation>정책 (*.json)</translation>
    </message>
</context>
<context>
    <name>winnow::PolicyDrafts</name>
    <message>
        <source>(no name)</source>
        <translation>(이름 없음)</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>기본 제공</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>%1 사본</translation>
    </message>
    <message>
        <source>A policy needs a name</source>
        <translation>정책에는 이름이 필요합니다</translation>
    </message>
    <message>
        <source>Another policy has this name</source>
        <translation>같은 이름의 정책이 있습니다</translation>
    </message>
</context>
<context>
    <name>winnow::PolicyPicker</name>
    <message>
        <source>Policy</source>
        <translation>정책</translation>
    </message>
    <message>
        <source>Policy: %1</source>
        <translation>정책: %1</translation>
    </message>
    <message>
        <source>Edit policies…</source>
        <translation>정책 편집…</translation>
    </message>
</context>
<context>
    <name>winnow::PolicyRulesModel</name>
    <message>
        <source>where checked</source>
        <translation>확인된 곳에서</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>모든 곳에서</translation>
    </message>
    <message>
        <source>Where checked: only in datasets whose gold answers people have checked enough of, for only there the score is a probability</source>
        <translation>확인된 곳에서: 사람이 정답을 충분히 확인한 데이터셋에서만 셉니다. 그런 곳에서만 점수가 확률이기 때문입니다</translation>
    </message>
    <message>
        <source>Kind of flag</source>
        <translation>플래그 종류</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>확인됨</translation>
    </message>
    <message>
        <source>Unreviewed</source>
        <translation>미검토</translation>
    </message>
    <message>
        <source>From score</source>
        <translation>점수부터</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>적용</translation>
    </message>
</context>
<context>
    <name>winnow::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>환경설정</translation>
    </message>
    <message>
        <source>General</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Sign decisions as</source>
        <translation>결정에 남길 이름</translation>
    </message>
    <message>
        <source>Follow the desktop</source>
        <translation>데스크톱 설정 따르기</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>모양</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Memory for pictures</source>
        <translation>그림용 메모리</translation>
    </message>
    <message>
        <source>Shared by thumbnails and the pictures that Review reads ahead; for the next project that is opened.</source>
        <translation>축소판과 검토에서 미리 읽는 그림이 나누어 씁니다. 다음에 여는 프로젝트부터 적용됩니다.</translation>
    </message>
</context>
<context>
    <name>winnow::PricesDialog</name>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Prices of the models</source>
        <translation>모델 가격</translation>
    </message>
    <message>
        <source>US dollars: a million prompt tokens (input), a million output tokens, an image, and an hour of the machine that a model runs on. A response costs what its tokens, images and seconds come to where the model has a price and they were recorded; else what was recorded as its cost.</source>
        <translation>미국 달러: 입력 토큰 백만 개, 출력 토큰 백만 개, 이미지 한 장, 모델이 도는 기계의 한 시간. 모델에 가격이 있고 토큰, 이미지, 초가 기록된 응답은 그 합이 비용이고, 아니면 기록된 비용입니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>The project is read-only: nothing can be saved</source>
        <translation>읽기 전용 프로젝트라 저장할 수 없습니다</translation>
    </message>
</context>
<context>
    <name>winnow::PricesModel</name>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>US dollars for a million prompt tokens</source>
        <translation>입력 토큰 백만 개당 미국 달러</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>US dollars for a million output tokens</source>
        <translation>출력 토큰 백만 개당 미국 달러</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>US dollars for an image</source>
        <translation>이미지 한 장당 미국 달러</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>US dollars for an hour of the machine that it runs on</source>
        <translation>모델이 도는 기계의 시간당 미국 달러</translation>
    </message>
    <message>
        <source>GPU hour</source>
        <translation>GPU 시간</translation>
    </message>
    <message>
        <source>The day for which the prices hold, as 2026-01-31</source>
        <translation>가격의 기준일, 2026-01-31 형식</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>기준일</translation>
    </message>
    <message>
        <source>Where they are from</source>
        <translation>가격의 출처</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>“%1” is no price: enter a number of US dollars, 0 or more, or nothing</source>
        <translation>“%1”은(는) 가격이 아닙니다. 0 이상의 미국 달러 금액을 넣거나 비워 두세요</translation>
    </message>
    <message>
        <source>A price needs the day for which it holds: enter a date such as 2026-01-31</source>
        <translation>가격에는 기준일이 필요합니다. 2026-01-31 같은 날짜를 넣으세요</translation>
    </message>
    <message>
        <source>“%1” is no date: enter one such as 2026-01-31</source>
        <translation>“%1”은(는) 날짜가 아닙니다. 2026-01-31 같은 날짜를 넣으세요</translation>
    </message>
    <message>
        <source>A note needs a price</source>
        <translation>메모에는 가격이 필요합니다</translation>
    </message>
</context>
<context>
    <name>winnow::ProjectOpener</name>
    <message>
        <source>Creating %1</source>
        <translation>%1 만드는 중</translation>
    </message>
    <message>
        <source>Making the demo</source>
        <translation>데모 만드는 중</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 여는 중</translation>
    </message>
</context>
<context>
    <name>winnow::PromptFields</name>
    <message>
        <source>Before the question</source>
        <translation>질문 앞</translation>
    </message>
    <message>
        <source>After the options</source>
        <translation>선택지 뒤</translation>
    </message>
    <message>
        <source>After an open question</source>
        <translation>주관식 질문 뒤</translation>
    </message>
    <message>
        <source>As the model will see it</source>
        <translation>모델이 보는 그대로</translation>
    </message>
</context>
<context>
    <name>winnow::QueueChooser</name>
    <message>
        <source>What do you want to review?</source>
        <translation>무엇을 검토할까요?</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>미결</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>보류</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>결정됨</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>대기열</translation>
    </message>
    <message>
        <source>Everything flagged</source>
        <translation>플래그된 모든 것</translation>
    </message>
    <message>
        <source>All samples, flagged or not</source>
        <translation>플래그와 상관없이 모든 샘플</translation>
    </message>
    <message>
        <source>Nothing to review yet</source>
        <translation>아직 검토할 것이 없습니다</translation>
    </message>
    <message>
        <source>Import a benchmark and the responses you have, then run the audits.</source>
        <translation>벤치마크와 가진 응답을 가져온 뒤 감사를 실행하세요.</translation>
    </message>
    <message>
        <source>Import a benchmark</source>
        <translation>벤치마크 가져오기</translation>
    </message>
    <message>
        <source>No flags yet</source>
        <translation>아직 플래그가 없습니다</translation>
    </message>
    <message>
        <source>Audits find the samples that are worth a look. You can also go through all samples.</source>
        <translation>감사는 살펴볼 만한 샘플을 찾습니다. 모든 샘플을 살펴볼 수도 있습니다.</translation>
    </message>
    <message>
        <source>Run audits</source>
        <translation>감사 실행</translation>
    </message>
    <message>
        <source>Review all samples</source>
        <translation>모든 샘플 검토</translation>
    </message>
    <message>
        <source>All datasets</source>
        <translation>모든 데이터셋</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2: %1</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>의견 갈림</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln samples are flagged. Choose a queue; the most suspicious come first.</source>
        <translation>
            <numerusform>샘플 %Ln개 중 %1개에 플래그가 있습니다. 대기열을 고르세요. 가장 의심스러운 것부터 나옵니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on where you were (Esc)</source>
        <translation>하던 곳에서 계속(Esc)</translation>
    </message>
    <message>
        <source>Back to &quot;%1&quot;</source>
        <translation>&quot;%1&quot;(으)로 돌아가기</translation>
    </message>
</context>
<context>
    <name>winnow::ResponseModel</name>
    <message>
        <source>right</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>일부</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>오답</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>누락</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>%1 (as %2)</source>
        <translation>%1 (%2로)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>답</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>%1, attempt %2</source>
        <translation>%1, 시도 %2</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>판독 불가</translation>
    </message>
    <message>
        <source>How good a judge, a reward model or another verifier found the reply</source>
        <translation>심판, 보상 모델 등 검증기가 응답을 얼마나 좋게 보았는지</translation>
    </message>
    <message>
        <source>Log-probability of the reply, as its file has it: summed or averaged</source>
        <translation>응답의 로그 확률. 합인지 평균인지는 파일에 적힌 대로입니다</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>평점</translation>
    </message>
    <message>
        <source>Log p</source>
        <translation>로그 p</translation>
    </message>
</context>
<context>
    <name>winnow::ResponsePanel</name>
    <message>
        <source>Responses</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Raw text of the response</source>
        <translation>응답 원문</translation>
    </message>
    <message>
        <source>Last decisions</source>
        <translation>최근 결정</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Shown after you have answered.</source>
        <translation>답한 뒤에 보입니다.</translation>
    </message>
    <message>
        <source>No model has answered this dataset yet. Import response files to see them here.</source>
        <translation>아직 이 데이터셋에 답한 모델이 없습니다. 응답 파일을 가져오면 여기에 보입니다.</translation>
    </message>
    <message>
        <source>This run has no response to this sample.</source>
        <translation>이 실행에는 이 샘플의 응답이 없습니다.</translation>
    </message>
    <message>
        <source>The file that this response came from holds no raw text.</source>
        <translation>이 응답의 파일에는 원문이 없습니다.</translation>
    </message>
    <message>
        <source>No decision yet. What you decide is listed here, the latest first; a click goes to its sample.</source>
        <translation>아직 결정이 없습니다. 내린 결정이 최신순으로 여기에 나오며, 클릭하면 그 샘플로 갑니다.</translation>
    </message>
</context>
<context>
    <name>winnow::ReviewController</name>
    <message>
        <source>This is the first sample of the queue</source>
        <translation>대기열의 첫 샘플입니다</translation>
    </message>
    <message>
        <source>This flag names no other sample</source>
        <translation>이 플래그는 다른 샘플을 가리키지 않습니다</translation>
    </message>
    <message>
        <source>%1 is not in the project any more</source>
        <translation>%1은(는) 이제 프로젝트에 없습니다</translation>
    </message>
    <message>
        <source>Beside the queue; Left or Right comes back</source>
        <translation>대기열 밖입니다. 왼쪽이나 오른쪽 키로 돌아옵니다</translation>
    </message>
</context>
<context>
    <name>winnow::ReviewDecisions</name>
    <message>
        <source>Blind review: flags show after your answer</source>
        <translation>블라인드 검토: 답한 뒤에 플래그가 보입니다</translation>
    </message>
    <message>
        <source>Flags show at once</source>
        <translation>플래그가 바로 보입니다</translation>
    </message>
    <message>
        <source>Adjudicating: your decisions settle what annotators disagree on</source>
        <translation>판정 중: 주석자 의견이 갈린 것을 내 결정으로 확정합니다</translation>
    </message>
    <message>
        <source>Your decisions count like those of others</source>
        <translation>내 결정은 다른 사람의 결정과 똑같이 반영됩니다</translation>
    </message>
    <message>
        <source>This project is open for reading only</source>
        <translation>읽기 전용으로 열린 프로젝트입니다</translation>
    </message>
    <message>
        <source>Answer first, then the flags show</source>
        <translation>먼저 답하면 플래그가 보입니다</translation>
    </message>
    <message>
        <source>This sample has no options</source>
        <translation>이 샘플에는 보기가 없습니다</translation>
    </message>
    <message>
        <source>There is no option %1</source>
        <translation>보기 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>This sample has no options; G writes a new gold answer</source>
        <translation>이 샘플에는 보기가 없습니다. G로 새 정답을 쓰세요</translation>
    </message>
    <message>
        <source>%1 is the gold answer already; K keeps the sample</source>
        <translation>%1은(는) 이미 정답입니다. K로 샘플을 유지하세요</translation>
    </message>
    <message>
        <source>Write the letter of an option, such as B</source>
        <translation>B처럼 보기의 기호를 쓰세요</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>메모 저장됨</translation>
    </message>
    <message>
        <source>You answered %1</source>
        <translation>내 답: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n decisions taken back</source>
        <translation>
            <numerusform>결정 %n건 취소함</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decisions brought again</source>
        <translation>
            <numerusform>결정 %n건 다시 적용함</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>취소함: %1</translation>
    </message>
    <message>
        <source>Brought again: %1</source>
        <translation>다시 적용함: %1</translation>
    </message>
    <message>
        <source>No flag to decide on here: keep (%1) or drop (%2) the sample</source>
        <translation>여기서 판단할 플래그가 없습니다: 샘플을 유지(%1)하거나 제외(%2)하십시오</translation>
    </message>
    <message>
        <source>Write the question, an empty line and at least one answer</source>
        <translation>질문, 빈 줄, 답 하나 이상을 쓰세요</translation>
    </message>
</context>
<context>
    <name>winnow::ReviewEnd</name>
    <message>
        <source>This queue is empty</source>
        <translation>이 대기열은 비었습니다</translation>
    </message>
    <message>
        <source>Nothing matches it any more. Choose another one.</source>
        <translation>더 이상 해당하는 것이 없습니다. 다른 대기열을 고르세요.</translation>
    </message>
    <message>
        <source>End of the queue</source>
        <translation>대기열의 끝</translation>
    </message>
    <message numerus="yes">
        <source>%n samples of it are not decided yet.</source>
        <translation>
            <numerusform>아직 결정하지 않은 샘플이 %n개 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the next undecided</source>
        <translation>다음 미결정 샘플로</translation>
    </message>
    <message>
        <source>Queue finished</source>
        <translation>대기열 완료</translation>
    </message>
    <message numerus="yes">
        <source>All %n samples of &quot;%1&quot; are decided. Z takes the last decision back.</source>
        <translation>
            <numerusform>&quot;%1&quot;의 샘플 %n개를 모두 결정했습니다. Z를 누르면 마지막 결정을 되돌립니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose another queue</source>
        <translation>다른 대기열 선택</translation>
    </message>
    <message>
        <source>See what it changes</source>
        <translation>바뀌는 점 보기</translation>
    </message>
    <message>
        <source>Back to the last sample</source>
        <translation>마지막 샘플로</translation>
    </message>
</context>
<context>
    <name>winnow::ReviewFooter</name>
    <message>
        <source>? keys</source>
        <translation>? 키</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>%1, %2 an hour</source>
        <translation>%1, 시간당 %2</translation>
    </message>
    <message>
        <source>%1, %2 min left</source>
        <translation>%1, %2분 남음</translation>
    </message>
    <message>
        <source>%1, %2 h left</source>
        <translation>%1, %2시간 남음</translation>
    </message>
</context>
<context>
    <name>winnow::ReviewHeader</name>
    <message>
        <source>Blind review</source>
        <translation>블라인드 검토</translation>
    </message>
    <message>
        <source>Adjudicate</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Your decisions settle what annotators disagree on</source>
        <translation>주석자 의견이 갈린 것을 내 결정으로 확정합니다</translation>
    </message>
    <message>
        <source>outside the queue</source>
        <translation>대기열 밖</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>결정됨</translation>
    </message>
    <message>
        <source>Choose another queue</source>
        <translation>다른 대기열 선택</translation>
    </message>
    <message>
        <source>Hide flags, gold and votes until you have answered</source>
        <translation>답하기 전까지 플래그, 정답, 투표를 숨깁니다</translation>
    </message>
</context>
<context>
    <name>winnow::ReviewPage</name>
    <message>
        <source>Selection from Samples</source>
        <translation>샘플에서 선택</translation>
    </message>
    <message>
        <source>Only proposals to transform have a reason to confirm at once</source>
        <translation>한꺼번에 확인할 이유가 있는 것은 변환 제안뿐입니다</translation>
    </message>
</context>
<context>
    <name>winnow::ReviewSampleView</name>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Answer first</source>
        <translation>먼저 답하세요</translation>
    </message>
    <message>
        <source>Blind review: press the number of the option that you think is right (1 = A). Flags, gold and votes show afterwards.</source>
        <translation>블라인드 검토: 맞다고 생각하는 보기의 숫자를 누르세요(1 = A). 플래그, 정답, 투표는 그 뒤에 보입니다.</translation>
    </message>
    <message>
        <source>Blind review: press G and write your answer. Flags, gold and votes show afterwards.</source>
        <translation>블라인드 검토: G를 누르고 답을 쓰세요. 플래그, 정답, 투표는 그 뒤에 보입니다.</translation>
    </message>
    <message>
        <source>No flag on this sample</source>
        <translation>이 샘플에는 플래그가 없습니다</translation>
    </message>
    <message>
        <source>You can still drop, keep or fix it, or write a note.</source>
        <translation>제외, 유지, 수정하거나 메모를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Contrast: as it is</source>
        <translation>대비: 그대로</translation>
    </message>
    <message>
        <source>Contrast: stretched</source>
        <translation>대비: 늘림</translation>
    </message>
    <message>
        <source>Contrast: inverted</source>
        <translation>대비: 반전</translation>
    </message>
</context>
<context>
    <name>winnow::RunPicker</name>
    <message>
        <source>Attempt %1</source>
        <translation>시도 %1</translation>
    </message>
    <message>
        <source>scores %1</source>
        <translation>점수 %1</translation>
    </message>
    <message>
        <source>%1: attempt</source>
        <translation>%1: 시도</translation>
    </message>
    <message>
        <source>%1: score set</source>
        <translation>%1: 점수 세트</translation>
    </message>
    <message>
        <source>All attempts</source>
        <translation>모든 시도</translation>
    </message>
    <message>
        <source>Current scores</source>
        <translation>현재 점수</translation>
    </message>
    <message>
        <source>as imported</source>
        <translation>가져온 그대로</translation>
    </message>
</context>
<context>
    <name>winnow::SampleDetailView</name>
    <message>
        <source>Flags</source>
        <translation>플래그</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>No gold answer is known</source>
        <translation>알려진 정답이 없습니다</translation>
    </message>
    <message>
        <source>Gold: %1</source>
        <translation>정답: %1</translation>
    </message>
    <message>
        <source>The image cannot be shown</source>
        <translation>이미지를 표시할 수 없습니다</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>이미지 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>New gold %1</source>
        <translation>새 정답 %1</translation>
    </message>
    <message>
        <source>%1 – %2, %3</source>
        <translation>%1 – %2, %3</translation>
    </message>
    <message>
        <source>%1; %2 right</source>
        <translation>%1; %2개 맞음</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
</context>
<context>
    <name>winnow::SampleModel</name>
    <message>
        <source>Sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>능력</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>플래그</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>검토됨</translation>
    </message>
    <message>
        <source>Suspicion</source>
        <translation>의심도</translation>
    </message>
</context>
<context>
    <name>winnow::SampleTable</name>
    <message>
        <source>Samples as a table</source>
        <translation>샘플 표</translation>
    </message>
</context>
<context>
    <name>winnow::SamplesBox</name>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>There is no subset “%1” any more</source>
        <translation>부분집합 “%1”이(가) 더 이상 없습니다</translation>
    </message>
    <message>
        <source>Looked at instead: %1</source>
        <translation>대신 보는 것: %1</translation>
    </message>
    <message>
        <source>Subset %1 (%2)</source>
        <translation>부분집합 %1(%2)</translation>
    </message>
</context>
<context>
    <name>winnow::SamplesHeader</name>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Search text</source>
        <translation>텍스트 검색</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>정렬</translation>
    </message>
    <message>
        <source>Source order</source>
        <translation>원본 순서</translation>
    </message>
    <message>
        <source>Suspicion</source>
        <translation>의심도</translation>
    </message>
    <message>
        <source>Number of flags</source>
        <translation>플래그 수</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Turn the order round</source>
        <translation>순서 뒤집기</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>세부 정보</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>소요 시간</translation>
    </message>
</context>
<context>
    <name>winnow::SamplesPage</name>
    <message>
        <source>Pictures %1 px</source>
        <translation>그림 %1 px</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>선택 해제</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>No samples yet</source>
        <translation>아직 샘플이 없습니다</translation>
    </message>
    <message>
        <source>Import a benchmark: a VLMEvalKit TSV, JSON, JSONL or CSV file, with or without images.</source>
        <translation>벤치마크를 가져오세요: 이미지가 있거나 없는 VLMEvalKit TSV, JSON, JSONL, CSV 파일.</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>파일 가져오기</translation>
    </message>
    <message>
        <source>No sample matches</source>
        <translation>맞는 샘플이 없습니다</translation>
    </message>
    <message>
        <source>Remove a filter to see more.</source>
        <translation>필터를 빼면 더 보입니다.</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>모든 필터 지우기</translation>
    </message>
    <message>
        <source>No sample chosen</source>
        <translation>선택한 샘플 없음</translation>
    </message>
    <message>
        <source>Choose a sample to see it here.</source>
        <translation>샘플을 고르면 여기에 보입니다.</translation>
    </message>
    <message>
        <source>This project is open for reading only</source>
        <translation>읽기 전용으로 열린 프로젝트입니다</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples</source>
        <translation>
            <numerusform>샘플 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln samples</source>
        <translation>
            <numerusform>샘플 %Ln개 중 %1개</numerusform>
        </translation>
    </message>
    <message>
        <source>No filter: all samples are shown</source>
        <translation>필터 없음: 모든 샘플이 보입니다</translation>
    </message>
    <message>
        <source>%1 is in the clipboard</source>
        <translation>%1을(를) 클립보드에 복사했습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n keys are in the clipboard</source>
        <translation>
            <numerusform>키 %n개를 클립보드에 복사했습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Open in Review</source>
        <translation>검토에서 열기</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>%1개 유지</translation>
    </message>
    <message>
        <source>Drop %1</source>
        <translation>%1개 제외</translation>
    </message>
    <message>
        <source>Confirm %1</source>
        <translation>%1 확인</translation>
    </message>
    <message>
        <source>Override %1</source>
        <translation>%1 기각</translation>
    </message>
    <message>
        <source>Mark %1 as unsure</source>
        <translation>%1 보류</translation>
    </message>
    <message>
        <source>Copy the keys</source>
        <translation>키 복사</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>키 복사</translation>
    </message>
</context>
<context>
    <name>winnow::ScatterChart</name>
    <message>
        <source>Not drawn, a value is missing: %1</source>
        <translation>값이 누락되어 그리지 않음: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95% 구간</translation>
    </message>
</context>
<context>
    <name>winnow::SelectionBar</name>
    <message>
        <source>Clear the selection (Esc)</source>
        <translation>선택 해제 (Esc)</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1개 선택</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>%1개 유지</translation>
    </message>
    <message>
        <source>Drop %1</source>
        <translation>%1개 제외</translation>
    </message>
    <message>
        <source>Override %1</source>
        <translation>%1개 기각</translation>
    </message>
    <message>
        <source>Unsure %1</source>
        <translation>%1개 보류</translation>
    </message>
    <message numerus="yes">
        <source>%n flags</source>
        <translation>
            <numerusform>플래그 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n kinds</source>
        <translation>
            <numerusform>%n종</numerusform>
        </translation>
    </message>
    <message>
        <source>The current sample</source>
        <translation>현재 샘플</translation>
    </message>
    <message>
        <source>A verdict on all open flags of these samples, of other kinds too</source>
        <translation>이 샘플들의 모든 미결 플래그에 대한 판정, 다른 종류 포함</translation>
    </message>
    <message>
        <source>Confirm %1</source>
        <comment>so many flags (of a kind)</comment>
        <translation>%1 확인</translation>
    </message>
    <message>
        <source>All %1…</source>
        <translation>%1개 모두…</translation>
    </message>
    <message numerus="yes">
        <source>Confirm all %Ln open flags of these samples</source>
        <translation>
            <numerusform>이 샘플들의 미결 플래그 %Ln개 모두 확인</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Override all %Ln open flags of these samples</source>
        <translation>
            <numerusform>이 샘플들의 미결 플래그 %Ln개 모두 기각</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark all %Ln open flags of these samples as unsure</source>
        <translation>
            <numerusform>이 샘플들의 미결 플래그 %Ln개 모두 보류</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the samples that nobody decided on</source>
        <translation>아무도 결정하지 않은 샘플 유지</translation>
    </message>
    <message>
        <source>Drop the samples that nobody decided on</source>
        <translation>아무도 결정하지 않은 샘플 제외</translation>
    </message>
    <message>
        <source>Confirm every open flag of these samples</source>
        <translation>이 샘플들의 미결 플래그를 모두 확인</translation>
    </message>
    <message>
        <source>Confirm their open flags of the kinds that the filter names</source>
        <translation>필터가 고른 종류의 미결 플래그 확인</translation>
    </message>
    <message>
        <source>Override every open flag of these samples</source>
        <translation>이 샘플들의 미결 플래그를 모두 기각</translation>
    </message>
    <message>
        <source>Override their open flags of the kinds that the filter names</source>
        <translation>필터가 고른 종류의 미결 플래그 기각</translation>
    </message>
    <message>
        <source>Mark every open flag of these samples as unsure</source>
        <translation>이 샘플들의 미결 플래그를 모두 보류</translation>
    </message>
    <message>
        <source>Mark their open flags of the kinds that the filter names as unsure</source>
        <translation>필터가 고른 종류의 미결 플래그 보류</translation>
    </message>
</context>
<context>
    <name>winnow::SingleWindow</name>
    <message numerus="yes">
        <source>%n files are too many at once</source>
        <translation>
            <numerusform>파일 %n개는 한 번에 넘기기에 너무 많습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Name fewer files.</source>
        <translation>파일을 더 적게 지정하세요.</translation>
    </message>
    <message>
        <source>The window that has %1 open does not answer</source>
        <translation>%1을(를) 열어 둔 창이 응답하지 않습니다</translation>
    </message>
    <message>
        <source>Close that window, then open the project again.</source>
        <translation>그 창을 닫은 다음 프로젝트를 다시 여세요.</translation>
    </message>
    <message>
        <source>Other starts cannot reach this window: %1</source>
        <translation>다른 실행이 이 창을 찾을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>It works all the same; open the project only once.</source>
        <translation>그래도 작동합니다. 프로젝트를 한 번만 여세요.</translation>
    </message>
</context>
<context>
    <name>winnow::SlopeChart</name>
    <message>
        <source>missing</source>
        <translation>누락</translation>
    </message>
    <message>
        <source>Up or level</source>
        <translation>상승 또는 유지</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>하락</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
</context>
<context>
    <name>winnow::SoundVerdicts</name>
    <message>
        <source>Judge %1: sound</source>
        <translation>판정자 %1: 온전함</translation>
    </message>
</context>
<context>
    <name>winnow::StartPage</name>
    <message>
        <source>Winnow</source>
        <translation>Winnow</translation>
    </message>
    <message>
        <source>Find the benchmark samples that measure nothing, decide on them, and export what is left.</source>
        <translation>아무것도 재지 못하는 벤치마크 샘플을 찾아 결정하고, 남은 것을 내보냅니다.</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>프로젝트 열기…</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>새 프로젝트…</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>데모 열기</translation>
    </message>
    <message>
        <source>A generated benchmark with simulated models and planted defects</source>
        <translation>시뮬레이션 모델과 심어 둔 결함이 있는 생성 벤치마크</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>최근 프로젝트</translation>
    </message>
    <message>
        <source>A project file can be dropped here. Nothing leaves this computer.</source>
        <translation>프로젝트 파일을 여기에 놓을 수 있습니다. 아무것도 이 컴퓨터를 떠나지 않습니다.</translation>
    </message>
</context>
<context>
    <name>winnow::StatusLine</name>
    <message>
        <source>Read-only</source>
        <translation>읽기 전용</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>저장 중…</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>모든 변경 저장됨</translation>
    </message>
    <message numerus="yes">
        <source>(%n decisions of the journal are missing here)</source>
        <translation>
            <numerusform>(저널의 결정 %n개가 여기에는 없음)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not saved</source>
        <translation>
            <numerusform>변경 %n개가 저장되지 않았습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved; %n decisions wait in the journal</source>
        <translation>
            <numerusform>저장됨. 결정 %n개가 저널에서 기다립니다</numerusform>
        </translation>
    </message>
    <message>
        <source>The project takes them when what writes it now has finished.</source>
        <translation>지금 프로젝트에 쓰는 작업이 끝나면 반영됩니다.</translation>
    </message>
    <message>
        <source>Saved without a journal</source>
        <translation>저널 없이 저장됨</translation>
    </message>
</context>
<context>
    <name>winnow::SubsetBudget</name>
    <message>
        <source>Budget</source>
        <translation>예산</translation>
    </message>
    <message>
        <source>Samples in the set</source>
        <translation>집합의 샘플 수</translation>
    </message>
</context>
<context>
    <name>winnow::SubsetController</name>
    <message>
        <source>Reading scores</source>
        <translation>점수를 읽는 중</translation>
    </message>
</context>
<context>
    <name>winnow::SubsetCurveCards</name>
    <message>
        <source>Models like those seen</source>
        <translation>본 것과 비슷한 모델</translation>
    </message>
    <message>
        <source>Stronger models</source>
        <translation>더 강한 모델</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>수치</translation>
    </message>
    <message numerus="yes">
        <source>Means over %Ln ways to part the models, with 95% intervals</source>
        <translation>
            <numerusform>모델을 나누는 %Ln가지 방법의 평균과 95% 구간</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Means over %Ln ways to part the models so far</source>
        <translation>
            <numerusform>지금까지 모델을 나눈 %Ln가지 방법의 평균</numerusform>
        </translation>
    </message>
    <message>
        <source>Samples in the set</source>
        <translation>집합의 샘플 수</translation>
    </message>
    <message>
        <source>%1 (points)</source>
        <translation>%1(점)</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>Budget: %1</source>
        <translation>예산: %1</translation>
    </message>
    <message>
        <source>Chosen by a random half of the models, tried on the others</source>
        <translation>무작위로 고른 절반의 모델로 선택하고 나머지로 시험</translation>
    </message>
    <message>
        <source>Chosen by models of the weaker 60%, tried on the strongest 40%</source>
        <translation>약한 60%의 모델로 선택하고 가장 강한 40%로 시험</translation>
    </message>
    <message>
        <source>Trying sets…</source>
        <translation>집합을 시험하는 중…</translation>
    </message>
    <message numerus="yes">
        <source>Needs %Ln models</source>
        <translation>
            <numerusform>모델이 %Ln개 필요합니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With fewer none can be held out to try a set on. %Ln have scores on half of these samples.</source>
        <translation>
            <numerusform>그보다 적으면 집합을 시험할 모델을 떼어 둘 수 없습니다. 이 샘플의 절반에 점수가 있는 모델은 %Ln개입니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::SubsetFigures</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Kendall</source>
        <translation>켄달</translation>
    </message>
    <message>
        <source>Rank correlation of the models by the set with their accuracy over all samples (tau-b)</source>
        <translation>집합으로 매긴 모델 순위와 전체 샘플 정확도의 순위 상관(tau-b)</translation>
    </message>
    <message>
        <source>Spearman</source>
        <translation>스피어만</translation>
    </message>
    <message>
        <source>Rank correlation of the models by the set with their accuracy over all samples (rho)</source>
        <translation>집합으로 매긴 모델 순위와 전체 샘플 정확도의 순위 상관(rho)</translation>
    </message>
    <message>
        <source>Error of the score</source>
        <translation>점수 오차</translation>
    </message>
    <message>
        <source>Percentage points between the score told from the set and the accuracy over all samples</source>
        <translation>집합에서 추정한 점수와 전체 샘플 정확도의 차이(퍼센트포인트)</translation>
    </message>
    <message>
        <source>Pairs told apart</source>
        <translation>구별되는 쌍</translation>
    </message>
    <message>
        <source>Of the pairs of models that all samples tell apart, those that the set still does</source>
        <translation>전체 샘플이 구별하는 모델 쌍 가운데 집합도 구별하는 비율</translation>
    </message>
    <message>
        <source>Discrimination kept</source>
        <translation>남은 변별도</translation>
    </message>
    <message>
        <source>Of the sum of the point-biserial correlations over all samples</source>
        <translation>전체 샘플의 점이연 상관 합계에 대한 비율</translation>
    </message>
</context>
<context>
    <name>winnow::SubsetForm</name>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>All datasets</source>
        <translation>모든 데이터셋</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>능력</translation>
    </message>
    <message>
        <source>All capabilities</source>
        <translation>모든 능력</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>Within all samples</source>
        <translation>모든 샘플 안에서</translation>
    </message>
    <message>
        <source>Take repeats once</source>
        <translation>반복되는 샘플은 한 번만</translation>
    </message>
    <message>
        <source>For verified frontier samples</source>
        <translation>검증된 한계 샘플 몫</translation>
    </message>
    <message>
        <source>Family left out</source>
        <translation>제외한 계열</translation>
    </message>
    <message>
        <source>No model family left out</source>
        <translation>제외한 모델 계열 없음</translation>
    </message>
    <message>
        <source>Floors and quotas</source>
        <translation>최소와 최대 수</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Of samples that repeat each other the first alone can be chosen</source>
        <translation>서로 반복되는 샘플 가운데 첫 번째만 선택될 수 있습니다</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>예산</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>%1 (recommended)</source>
        <translation>%1(권장)</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>출처: %1</translation>
    </message>
    <message>
        <source>The set is chosen without the models of this family, and tried on them</source>
        <translation>이 계열의 모델 없이 집합을 선택하고 그 모델로 시험합니다</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Samples that no model solves and whose gold a person found right</source>
        <translation>어떤 모델도 풀지 못하고 사람이 정답이 맞다고 확인한 샘플</translation>
    </message>
    <message>
        <source>How many samples of a dataset or capability are in at least and at most</source>
        <translation>데이터셋이나 능력마다 최소와 최대로 몇 개의 샘플을 넣을지</translation>
    </message>
    <message>
        <source>Floors and quotas (%1)</source>
        <translation>최소와 최대 수(%1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln can be chosen, as the policy %1 leaves them</source>
        <translation>
            <numerusform>정책 %1이(가) 남긴 것 가운데 %Ln개를 선택할 수 있음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dropped by it</source>
        <translation>
            <numerusform>정책이 제외 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeat others</source>
        <translation>
            <numerusform>다른 샘플의 반복 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln never in</source>
        <translation>
            <numerusform>절대 넣지 않음 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a score</source>
        <translation>
            <numerusform>점수 없음 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln models speak</source>
        <translation>
            <numerusform>반영되는 모델 %Ln개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::SubsetMeasurer</name>
    <message>
        <source>Trying subsets</source>
        <translation>부분집합을 시험하는 중</translation>
    </message>
    <message>
        <source>Trying all methods</source>
        <translation>모든 방법을 시험하는 중</translation>
    </message>
</context>
<context>
    <name>winnow::SubsetSampleModel</name>
    <message>
        <source>Share of the models that are right</source>
        <translation>맞힌 모델의 비율</translation>
    </message>
    <message>
        <source>Point-biserial correlation of right with the models&apos; accuracy</source>
        <translation>맞힘과 모델 정확도의 점이연 상관</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>능력</translation>
    </message>
    <message>
        <source>Why it is in</source>
        <translation>들어간 이유</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>정답</translation>
    </message>
</context>
<context>
    <name>winnow::SubsetSamples</name>
    <message>
        <source>Samples of the set</source>
        <translation>집합의 샘플</translation>
    </message>
    <message>
        <source>Show in Samples</source>
        <translation>샘플에서 보기</translation>
    </message>
    <message>
        <source>Always in</source>
        <translation>항상 넣기</translation>
    </message>
    <message>
        <source>Never in</source>
        <translation>절대 넣지 않기</translation>
    </message>
    <message>
        <source>Samples of the set: %1</source>
        <translation>집합의 샘플: %1</translation>
    </message>
    <message>
        <source>As the method says</source>
        <translation>방법이 정하는 대로</translation>
    </message>
</context>
<context>
    <name>winnow::SubsetSaveBar</name>
    <message>
        <source>One set for each capability</source>
        <translation>능력마다 집합 하나</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Name of the subset</source>
        <translation>부분집합의 이름</translation>
    </message>
    <message>
        <source>Each capability gives the same share of its samples; the sets are called NAME CAPABILITY</source>
        <translation>능력마다 같은 비율의 샘플을 넣으며, 집합은 「이름 능력」으로 불립니다</translation>
    </message>
    <message>
        <source>The project can only be read.</source>
        <translation>이 프로젝트는 읽을 수만 있습니다.</translation>
    </message>
    <message>
        <source>Takes the place of the one of this name; that can be undone.</source>
        <translation>같은 이름의 부분집합을 대신합니다. 되돌릴 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>winnow::SubsetShares</name>
    <message>
        <source>Floors and quotas</source>
        <translation>최소와 최대 수</translation>
    </message>
    <message>
        <source>How many samples of each are in the set at least and at most. Write a number into a cell, or empty it.</source>
        <translation>각각 최소와 최대로 몇 개의 샘플을 집합에 넣을지. 칸에 수를 쓰거나 비우십시오.</translation>
    </message>
    <message>
        <source>Ask for nothing</source>
        <translation>모두 비우기</translation>
    </message>
</context>
<context>
    <name>winnow::SubsetSharesModel</name>
    <message>
        <source>Dataset or capability</source>
        <translation>데이터셋 또는 능력</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>최대</translation>
    </message>
</context>
<context>
    <name>winnow::SubsetShelf</name>
    <message>
        <source>Saving subsets</source>
        <translation>부분집합을 저장하는 중</translation>
    </message>
</context>
<context>
    <name>winnow::SubsetStored</name>
    <message>
        <source>None yet. Name the set that is shown and save it: Compare, Models, Insights and Export then take it.</source>
        <translation>아직 없습니다. 보이는 집합에 이름을 붙여 저장하면 비교, 모델, 통찰, 내보내기에서 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Stored subsets</source>
        <translation>저장된 부분집합</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Asks for the same again: method, budget, seed, samples</source>
        <translation>방법, 예산, 시드, 샘플을 그대로 다시 요청합니다</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Shows its samples</source>
        <translation>그 샘플을 보여 줍니다</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>The samples stay; it can be undone</source>
        <translation>샘플은 그대로 있으며 되돌릴 수 있습니다</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>새 이름</translation>
    </message>
    <message>
        <source>Opens Export with it chosen</source>
        <translation>이것을 선택한 채 내보내기를 엽니다</translation>
    </message>
</context>
<context>
    <name>winnow::SubsetTables</name>
    <message>
        <source>Method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Kendall alike</source>
        <translation>켄달(비슷한 모델)</translation>
    </message>
    <message>
        <source>On models like those seen, with the 95% interval over splits</source>
        <translation>본 것과 비슷한 모델에서, 분할에 대한 95% 구간과 함께</translation>
    </message>
    <message>
        <source>Kendall stronger</source>
        <translation>켄달(더 강한 모델)</translation>
    </message>
    <message>
        <source>Chosen by the weaker 60%, tried on the strongest 40%</source>
        <translation>약한 60%로 선택하고 가장 강한 40%로 시험</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오차</translation>
    </message>
    <message>
        <source>Points between the score told from the set and all samples</source>
        <translation>집합에서 추정한 점수와 전체 샘플 사이의 점수 차이</translation>
    </message>
    <message>
        <source>Error of the plain mean over the set, which is no score</source>
        <translation>점수가 아닌, 집합의 단순 평균의 오차</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>쌍</translation>
    </message>
    <message>
        <source>Of the pairs of models that all samples tell apart, those it still does</source>
        <translation>전체 샘플이 구별하는 모델 쌍 가운데 여전히 구별하는 비율</translation>
    </message>
    <message>
        <source>Discrimination</source>
        <translation>변별도</translation>
    </message>
    <message>
        <source>Of that of all samples</source>
        <translation>전체 샘플의 변별도에 대한 비율</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>All samples</source>
        <translation>모든 샘플</translation>
    </message>
    <message>
        <source>From the set</source>
        <translation>집합에서 추정</translation>
    </message>
    <message>
        <source>What the model would score on all samples</source>
        <translation>모델이 전체 샘플에서 받을 점수</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95% 구간</translation>
    </message>
    <message>
        <source>Off by</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Percentage points; the set was chosen by these very models</source>
        <translation>퍼센트포인트. 집합은 바로 이 모델들로 선택되었습니다</translation>
    </message>
    <message>
        <source>Mean (no score)</source>
        <translation>평균(점수 아님)</translation>
    </message>
    <message>
        <source>The mean over the set alone, which depends on how the set was chosen</source>
        <translation>집합만의 평균으로, 집합을 어떻게 선택했는지에 달려 있습니다</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>상위 부분집합</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Chosen from</source>
        <translation>선택한 바탕</translation>
    </message>
    <message>
        <source>Whether samples, scores and what the policy leaves of them are what they were</source>
        <translation>샘플과 점수, 정책이 남긴 것이 그때와 같은지</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>그 뒤 바뀜</translation>
    </message>
    <message>
        <source>Open it and save it to choose it anew</source>
        <translation>열고 저장하면 새로 선택됩니다</translation>
    </message>
    <message>
        <source>Error of mean</source>
        <translation>평균의 오차</translation>
    </message>
</context>
<context>
    <name>winnow::SubsetTiles</name>
    <message>
        <source>Kendall, models alike</source>
        <translation>켄달, 비슷한 모델</translation>
    </message>
    <message>
        <source>Kendall, stronger models</source>
        <translation>켄달, 더 강한 모델</translation>
    </message>
    <message>
        <source>Error of the score</source>
        <translation>점수 오차</translation>
    </message>
    <message>
        <source>Pairs told apart</source>
        <translation>구별되는 쌍</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>속도 향상</translation>
    </message>
    <message>
        <source>GPU hours saved</source>
        <translation>아낀 GPU 시간</translation>
    </message>
    <message>
        <source>Money saved</source>
        <translation>아낀 비용</translation>
    </message>
    <message>
        <source>Seconds that the responses of all models took, as far as they were recorded</source>
        <translation>모든 모델의 응답에 걸린 시간(기록된 만큼)</translation>
    </message>
    <message>
        <source>What the responses of all models cost, as far as it was recorded</source>
        <translation>모든 모델의 응답에 든 비용(기록된 만큼)</translation>
    </message>
    <message numerus="yes">
        <source>needs %Ln models</source>
        <translation>
            <numerusform>모델 %Ln개 필요</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1점</translation>
    </message>
    <message>
        <source>random %1</source>
        <translation>무작위 %1</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln samples</source>
        <translation>
            <numerusform>샘플 %Ln개 중 %1개</numerusform>
        </translation>
    </message>
    <message>
        <source>Samples of the set</source>
        <translation>집합의 샘플</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>기록 없음</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>%1 h instead of %2 h</source>
        <translation>%2시간 대신 %1시간</translation>
    </message>
    <message>
        <source>$%1 instead of $%2</source>
        <translation>$%2 대신 $%1</translation>
    </message>
</context>
<context>
    <name>winnow::SubsetWanted</name>
    <message>
        <source>Take off</source>
        <translation>목록에서 빼기</translation>
    </message>
    <message>
        <source>Always or never in</source>
        <translation>항상 넣거나 넣지 않기</translation>
    </message>
    <message>
        <source>The selected samples are in or not as the method says</source>
        <translation>선택한 샘플이 방법이 정하는 대로 들어가거나 빠집니다</translation>
    </message>
    <message>
        <source>In: %1</source>
        <translation>넣기: %1</translation>
    </message>
    <message>
        <source>Out: %1</source>
        <translation>빼기: %1</translation>
    </message>
</context>
<context>
    <name>winnow::SubsetsPage</name>
    <message>
        <source>Subsets</source>
        <translation>부분집합</translation>
    </message>
    <message>
        <source>All methods at this budget</source>
        <translation>이 예산에서 모든 방법</translation>
    </message>
    <message>
        <source>On the same models held out. A click chooses a method.</source>
        <translation>따로 떼어 둔 같은 모델에서의 결과입니다. 클릭하면 방법을 고릅니다.</translation>
    </message>
    <message>
        <source>The models on this set</source>
        <translation>이 집합에서의 모델</translation>
    </message>
    <message>
        <source>These models chose the set, so how far it is off for others is what the curves say.</source>
        <translation>이 모델들로 집합을 선택했으므로, 다른 모델에서 얼마나 벗어나는지는 곡선이 말해 줍니다.</translation>
    </message>
    <message>
        <source>Removed the subset %1</source>
        <translation>부분집합 %1을(를) 삭제했습니다</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>Nothing to choose from yet</source>
        <translation>아직 선택할 것이 없습니다</translation>
    </message>
    <message>
        <source>Import a benchmark and what the models answered. A small set then stands for all of it, and the page says how well.</source>
        <translation>벤치마크와 모델의 응답을 가져오십시오. 그러면 작은 집합이 전체를 대신하며, 얼마나 잘 대신하는지 이 페이지가 알려 줍니다.</translation>
    </message>
    <message>
        <source>Import a benchmark</source>
        <translation>벤치마크 가져오기</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Choosing…</source>
        <translation>선택하는 중…</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln samples</source>
        <translation>
            <numerusform>샘플 %Ln개 중 %1개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subsets saved</source>
        <translation>
            <numerusform>부분집합 %Ln개를 저장했습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved the subset %1</source>
        <translation>부분집합 %1을(를) 저장했습니다</translation>
    </message>
    <message>
        <source>Saved the subset %1 in place of the one before</source>
        <translation>이전 것 대신 부분집합 %1을(를) 저장했습니다</translation>
    </message>
</context>
<context>
    <name>winnow::SuiteCard</name>
    <message>
        <source>DatBench suite</source>
        <translation>DatBench 모음</translation>
    </message>
    <message>
        <source>33 published datasets over nine capabilities (arXiv 2601.02316), told by their names; what a dataset is known as can be set under Datasets and capabilities</source>
        <translation>아홉 능력에 걸친 공개 데이터셋 33개(arXiv 2601.02316)로, 이름으로 알아봅니다. 무엇으로 볼지는 데이터셋과 능력에서 정할 수 있습니다</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>Open the samples of %1</source>
        <translation>%1의 샘플 열기</translation>
    </message>
    <message>
        <source>%1 of %2 datasets</source>
        <translation>데이터셋 %2개 중 %1개</translation>
    </message>
</context>
<context>
    <name>winnow::ThumbnailGrid</name>
    <message>
        <source>Samples as pictures</source>
        <translation>샘플 그림</translation>
    </message>
</context>
<context>
    <name>winnow::TiesCard</name>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95% 구간</translation>
    </message>
    <message>
        <source>To the leader</source>
        <translation>선두와의 차이</translation>
    </message>
    <message>
        <source>Points behind the leader, over the same samples</source>
        <translation>같은 샘플에서 선두에 뒤진 점수</translation>
    </message>
    <message>
        <source>p (Holm)</source>
        <translation>p (Holm)</translation>
    </message>
    <message>
        <source>Of the difference from the leader, adjusted for the number of models</source>
        <translation>선두와의 차이에 대한 값, 모델 수로 보정</translation>
    </message>
    <message>
        <source>Tied</source>
        <translation>동률</translation>
    </message>
    <message>
        <source>The samples cannot tell it from the leader</source>
        <translation>샘플로는 선두와 구분할 수 없음</translation>
    </message>
    <message>
        <source>After</source>
        <translation>후</translation>
    </message>
    <message>
        <source>Accuracy over the samples that the policy keeps</source>
        <translation>정책이 유지하는 샘플의 정확도</translation>
    </message>
    <message>
        <source>Tied after</source>
        <translation>후 동률</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>전</translation>
    </message>
    <message>
        <source>tied</source>
        <translation>동률</translation>
    </message>
    <message>
        <source>tied before</source>
        <translation>전에 동률</translation>
    </message>
    <message>
        <source>tied after</source>
        <translation>후에 동률</translation>
    </message>
    <message>
        <source>Who can be told apart</source>
        <translation>구분되는 모델</translation>
    </message>
    <message numerus="yes">
        <source>Ranking %1: %Ln samples</source>
        <translation>
            <numerusform>순위 %1: 샘플 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>After the policy %1: %2</source>
        <translation>정책 %1 적용 후: %2</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>선두</translation>
    </message>
    <message>
        <source>No two models share enough samples</source>
        <translation>샘플을 충분히 공유하는 두 모델이 없습니다</translation>
    </message>
    <message>
        <source>Two models are needed</source>
        <translation>모델이 둘 필요합니다</translation>
    </message>
    <message>
        <source>Import what another model answered to the same samples, with the image, to see whether they can tell the two apart.</source>
        <translation>같은 샘플에 대해 다른 모델이 이미지를 보고 한 응답을 가져오면 둘을 구분할 수 있는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>All samples</source>
        <translation>모든 샘플</translation>
    </message>
    <message>
        <source>Accuracy over the samples of the subset</source>
        <translation>부분집합의 샘플에 대한 정확도</translation>
    </message>
    <message>
        <source>Tied in the subset</source>
        <translation>부분집합에서 동률</translation>
    </message>
    <message>
        <source>tied in all</source>
        <translation>전체에서 동률</translation>
    </message>
    <message>
        <source>tied in the subset</source>
        <translation>부분집합에서 동률</translation>
    </message>
    <message>
        <source>Beside it: nothing</source>
        <translation>나란히: 없음</translation>
    </message>
    <message>
        <source>Beside it: kept by the policy</source>
        <translation>나란히: 정책이 유지하는 샘플</translation>
    </message>
    <message>
        <source>In the subset %1: %2</source>
        <translation>부분집합 %1: %2</translation>
    </message>
    <message>
        <source>Samples beside all</source>
        <translation>모든 샘플과 나란히 볼 샘플</translation>
    </message>
    <message>
        <source>Beside it: subset %1 (%2)</source>
        <translation>나란히: 부분집합 %1(%2)</translation>
    </message>
</context>
<context>
    <name>winnow::WindowMenu</name>
    <message>
        <source>Open project…</source>
        <translation>프로젝트 열기…</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>새 프로젝트…</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>최근 프로젝트</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>프로젝트 닫기</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>환경설정…</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>이 페이지의 키</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>목록 지우기</translation>
    </message>
</context>
<context>
    <name>winnow::WorkProgress</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>중지하는 중…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>시작하는 중…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
</context>
<context>
    <name>winnow::ask</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
</TS>
