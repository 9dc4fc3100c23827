#include "services/book_appointment/booking_token.h"

namespace stadttor::services::book_appointment {

using protocols::zms::BookingAnswer;
using protocols::zms::Challenge;
using protocols::zms::Setback;

namespace {

// Half a minute less than the server gives, for the way there.
constexpr platform::Instant kTokenLife = 270'000;

}  // namespace

void AccessToken::renew(std::string token) {
  if (token.empty()) return;
  token_ = std::move(token);
  good_until_ = clock_.now() + kTokenLife;
}

void AccessToken::get(BookingAnswer<std::string> answer) {
  if (!token_.empty() && clock_.now() < good_until_) return answer(token_, {});
  client_.request_challenge([this, weak = std::weak_ptr<char>(life_), answer = std::move(answer)](Result<Challenge> challenge, const Setback& setback) {
    if (weak.expired()) return;
    if (!challenge.ok()) return answer(challenge.error(), setback);
    solve(challenge.value(), answer);
  });
}

void AccessToken::solve(const Challenge& challenge, BookingAnswer<std::string> answer) {
  cryptography_.solve_puzzle(challenge.puzzle, [this, weak = std::weak_ptr<char>(life_), challenge, answer = std::move(answer)](Result<platform::PuzzleSolution> solution) {
    if (weak.expired()) return;
    if (!solution.ok()) return answer(solution.error(), {});
    client_.verify(challenge, solution.value(), [this, weak, answer](Result<std::string> token, const Setback& setback) {
      if (weak.expired()) return;
      if (!token.ok()) return answer(token.error(), setback);
      renew(token.value());
      answer(std::move(token), {});
    });
  });
}

}  // namespace stadttor::services::book_appointment
