//! Accounts.

use aep_client::BaseConnectionId;

use crate::App;
use crate::accounts;
use crate::contract::accounts::{
    AccountDeletion, AccountDetail, AccountList, AccountRef, AccountSource, AccountTest,
    AccountUpdate, CreateAccount, UpdateAccount,
};
use crate::contract::error::AppError;

impl App {
    /// Accounts of the sandbox.
    ///
    /// # Errors
    /// `not_connected`; what the platform says.
    pub async fn list_accounts(&self) -> Result<AccountList, AppError> {
        let session = self.session()?;
        accounts::list(&session).await.map_err(|error| session.explain(&error))
    }

    /// One account, whole.
    ///
    /// # Errors
    /// `not_found`, and what else the platform says of the account itself.
    pub async fn get_account(&self, args: AccountRef) -> Result<AccountDetail, AppError> {
        let session = self.session()?;
        accounts::detail(&session, &id(&args)).await.map_err(|error| session.explain(&error))
    }

    /// Sources that accounts can be made for, each with its forms.
    ///
    /// # Errors
    /// What the platform says.
    pub async fn list_account_sources(&self) -> Result<Vec<AccountSource>, AppError> {
        let session = self.session()?;
        accounts::offered(&session.sandbox).await.map_err(|error| session.explain(&error))
    }

    /// Makes an account.
    ///
    /// # Errors
    /// `validation`, on the fields; what else the platform says.
    pub async fn create_account(&self, args: CreateAccount) -> Result<AccountRef, AppError> {
        accounts::create(&*self.session()?, args).await
    }

    /// Asks the source whether it lets the account in.
    ///
    /// # Errors
    /// What the platform says; that the source refuses is a reply.
    pub async fn test_account(&self, args: AccountRef) -> Result<AccountTest, AppError> {
        let session = self.session()?;
        let tested = session.sandbox.base_connections().test(&id(&args)).await;
        let works = tested.map_err(|error| session.explain(&error))?;
        let (title, hint) = if works {
            ("The source lets this account in", "Adobe tried it just now.")
        } else {
            (
                "The source refuses this account",
                "A password or key was changed, ran out, or lacks a permission there. Enter what it signs in \
                 with anew; until then, dataflows that use it get nothing.",
            )
        };
        Ok(AccountTest {
            works,
            title: title.to_owned(),
            hint: hint.to_owned(),
            tested_at: session.now(),
        })
    }

    /// Changes an account.
    ///
    /// # Errors
    /// `validation`, on the fields; what else the platform says.
    pub async fn update_account(&self, args: UpdateAccount) -> Result<AccountUpdate, AppError> {
        accounts::update(&*self.session()?, args).await
    }

    /// Removes an account that nothing uses.
    ///
    /// # Errors
    /// What the platform says; that something uses it is a reply.
    pub async fn delete_account(&self, args: AccountRef) -> Result<AccountDeletion, AppError> {
        accounts::delete(&*self.session()?, &id(&args)).await
    }
}

fn id(args: &AccountRef) -> BaseConnectionId {
    args.account_id.as_str().into()
}
